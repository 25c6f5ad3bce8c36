using System.Diagnostics;
using System.Text.Json.Nodes;
using Tool.Demo;

namespace Tool.Release.Check;

/// <summary>examples/quickstart with a CLI that installs the provider in a given way, on the released emulator.</summary>
internal static class Quickstart
{
    private static readonly string Example = Repository.PathOf("examples", "quickstart");
    private static readonly string Seed = Path.Combine(Example, "seed.json");

    /// <param name="cli">The CLI.</param>
    /// <param name="emulator">The emulator.</param>
    /// <param name="folder">The folder to work in, which must not exist.</param>
    /// <param name="installation">The content of the CLI's <c>provider_installation</c> block.</param>
    /// <param name="commands">The commands to run.</param>
    /// <param name="environment">More variables.</param>
    /// <param name="cancellationToken">Ends the commands.</param>
    /// <exception cref="ReleaseException">A command failed.</exception>
    public static async Task RunAsync(
        Cli cli,
        string emulator,
        string folder,
        string installation,
        string[] commands,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken)
    {
        await using var workspace = await DemoEmulator.StartAsync(emulator, Seed, cancellationToken);
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(Example, "main.tf"), Path.Combine(folder, "main.tf"));
        var configuration = Path.Combine(folder, "cli.tfrc");
        await File.WriteAllTextAsync(configuration, $"provider_installation {{\n{installation}\n}}\n", cancellationToken);
        var administrator = JsonNode.Parse(await File.ReadAllTextAsync(Seed, cancellationToken))!["users"]![0]!;
        foreach (var command in commands)
        {
            var start = new ProcessStartInfo(cli.Path, command.Split(' ')) { WorkingDirectory = folder };
            foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("TF_", StringComparison.Ordinal)).ToList())
            {
                start.Environment.Remove(name);
            }

            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }

            start.Environment["TF_CLI_CONFIG_FILE"] = configuration;
            start.Environment["CHECKPOINT_DISABLE"] = "1";
            start.Environment["ROCKETCHAT_URL"] = workspace.Url.AbsoluteUri;
            start.Environment["ROCKETCHAT_USER_ID"] = administrator["id"]!.GetValue<string>();
            start.Environment["ROCKETCHAT_AUTH_TOKEN"] = administrator["tokens"]![0]!["token"]!.GetValue<string>();
            await ReleaseProgram.OutputAsync(start, $"`{cli} {command}`", input: "", cancellationToken);
        }
    }
}
