namespace Acceptance.Running;

/// <summary>
/// A configuration under examples/. In provider/, resources/TYPE/ and the other folders of registries each file stands alone, as registries
/// show them; any other folder is one module, with its own workspace in seed.json if it needs one.
/// </summary>
public sealed record Example(string Name, IReadOnlyList<string> Files, string? SeedFile)
{
    // These have tests of their own: in two steps, on several servers, and on every server version.
    private static readonly string[] RunElsewhere =
    [
        Path.Combine("recipes", "adopt-rooms"),
        Path.Combine("recipes", "ci"),
        Path.Combine("recipes", "federate-two-servers"),
        Path.Combine("recipes", "many-workspaces", "chat-a"),
        Path.Combine("recipes", "many-workspaces", "chat-b"),
        Path.Combine("recipes", "many-workspaces", "chat-c"),
        Path.Combine("recipes", "many-workspaces", "modules", "workspace"),
        Path.Combine("recipes", "push-from-zero"),
    ];

    private static readonly string[] RegistryFolders = ["provider", "resources", "data-sources", "functions", "actions"];

    /// <summary>Every example there is.</summary>
    public static IEnumerable<Example> All
    {
        get
        {
            var examples = Repository.PathOf("examples");
            foreach (var folder in Directory.EnumerateFiles(examples, "*.tf", SearchOption.AllDirectories)
                .GroupBy(file => Path.GetDirectoryName(file)!))
            {
                var name = Path.GetRelativePath(examples, folder.Key);
                var seed = Path.Combine(folder.Key, "seed.json");
                if (RunElsewhere.Contains(name))
                {
                    continue;
                }

                if (!RegistryFolders.Contains(name.Split(Path.DirectorySeparatorChar)[0]))
                {
                    yield return new Example(name, [.. folder], File.Exists(seed) ? seed : null);
                    continue;
                }

                foreach (var file in folder.Where(file => !IsImportBlock(file)))
                {
                    yield return new Example(Path.GetRelativePath(examples, file), [file], null);
                }
            }
        }
    }

    /// <summary>The resources whose folder shows how to import them.</summary>
    public static IEnumerable<Example> WithImport =>
        All.Where(example =>
            Path.GetFileName(example.Files[0]) == "resource.tf" && (example.ImportBlocks.Any() || example.ImportCommand is not null));

    /// <summary>The least version of each CLI that has what the example shows; null where every CLI has it.</summary>
    public string? Needs => Path.GetDirectoryName(Path.GetDirectoryName(Name)) switch
    {
        "functions" => LeastVersions.OfFunctions,
        "actions" => LeastVersions.OfActions,
        _ => null,
    };

    /// <summary>Whether a plan of the example changes something.</summary>
    public bool HasResources => Files.Any(file => File.ReadLines(file).Any(line => line.StartsWith("resource ", StringComparison.Ordinal)));

    /// <summary>Files with an import block by id, each for the resource that the example makes.</summary>
    public IEnumerable<string> ImportBlocks =>
        Directory.EnumerateFiles(Folder, "*.tf").Where(file => IsImportBlock(file) && file != IdentityBlock);

    /// <summary>The file with an import block by identity; null without one.</summary>
    public string? IdentityBlock => Path.Combine(Folder, "import-by-identity.tf") is var file && File.Exists(file) ? file : null;

    /// <summary>The file with the import command; null without one.</summary>
    public string? ImportCommand => Path.Combine(Folder, "import.sh") is var file && File.Exists(file) ? file : null;

    private string Folder => Path.GetDirectoryName(Files[0])!;

    public override string ToString() => Name;

    private static bool IsImportBlock(string file) => Path.GetFileName(file).StartsWith("import", StringComparison.Ordinal);
}
