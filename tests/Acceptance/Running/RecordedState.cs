using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RocketChat.Emulator;

namespace Acceptance.Running;

/// <summary>
/// The state that a release of the provider wrote, beside its configuration and the content of the server at that time.
/// The files are explained in <c>tests/Acceptance/RecordedStates/README.md</c>.
/// </summary>
/// <param name="Release">The version of the provider that wrote the state.</param>
/// <param name="ServerVersion">The version of Rocket.Chat that it was written against.</param>
/// <param name="Name">The resource and its shape.</param>
public sealed record RecordedState(string Release, string ServerVersion, string Name)
{
    private const string StateFile = "terraform.tfstate";

    // Values in the files for those that differ from run to run, so that the files stay HCL and JSON.
    private const string ServerPort = "60080";
    private const string NameServerPort = "60053";
    private const string TerraformRegistry = "registry.terraform.io";

    private static readonly string Root = Repository.PathOf("tests", "Acceptance", "RecordedStates");

    /// <summary>Every shape of every release.</summary>
    public static IEnumerable<RecordedState> All =>
        Directory.EnumerateFiles(Root, "main.tf", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar))
            .Select(path => new RecordedState(path[0], path[1], path[2]))
            .OrderBy(state => state.ToString(), StringComparer.Ordinal);

    /// <summary>Write-only attributes need a CLI that has them.</summary>
    public bool NeedsWriteOnly => Name.EndsWith("_write_only", StringComparison.Ordinal);

    private string Folder => Path.Combine(Root, Release, ServerVersion, Name);

    public override string ToString() => Path.Combine(Release, ServerVersion, Name);

    /// <summary>A server with the recorded content, and a sandbox with the configuration and the state.</summary>
    internal async Task<Fixture> RestoreAsync(Toolchain toolchain)
    {
        var fixture = await StartAsync(toolchain, "after.json");
        fixture.Cli.Write("main.tf", Read("main.tf", fixture));
        var state = JsonNode.Parse(Read("state.json", fixture))!;
        RemoveNewerMarks(state, toolchain.Cli);
        fixture.Cli.Write(StateFile, state.ToJsonString().Replace(TerraformRegistry, Registry(toolchain), StringComparison.Ordinal));
        await fixture.InitializeAsync();
        return fixture;
    }

    /// <summary>The content of the server that a destroy by the recorded release left.</summary>
    internal string ContentAfterDestroy(Fixture fixture) => Read("destroyed.json", fixture).TrimEnd();

    /// <summary>The present content of the server.</summary>
    internal Task<string> ContentAsync(Fixture fixture) => WorkspaceContent.ReadAsync(fixture.Url, ServerVersion);

    /// <summary>
    /// Applies the configuration with this build, and writes the files into the folder of the release that this build is.
    /// </summary>
    internal async Task RecordAsync(Toolchain toolchain)
    {
        var target = this with { Release = Repository.Version };
        CopyInputs(target);
        await using var fixture = await StartAsync(toolchain, "before.json");
        fixture.Workspace.LegacyFederationTestSucceeds = true;
        if (Has("import.tf"))
        {
            fixture.Cli.Write("import.tf", Read("import.tf", fixture));
        }

        await fixture.InitializeAsync();
        foreach (var configuration in new[] { "former.tf", "main.tf" }.Where(Has))
        {
            fixture.Cli.Write("main.tf", Read(configuration, fixture));
            (await fixture.Cli.ApplyAsync()).Succeeds();
        }

        var state = await File.ReadAllTextAsync(Path.Combine(fixture.Cli.Folder, StateFile), TestContext.Current.CancellationToken);
        target.Write("state.json", state.Replace(Registry(toolchain), TerraformRegistry, StringComparison.Ordinal), fixture);
        target.Write("after.json", await ContentAsync(fixture), fixture);
        fixture.Cli.Delete("import.tf");
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
        target.Write("destroyed.json", await ContentAsync(fixture), fixture);
    }

    // Newer CLIs list the attributes that the schema calls sensitive; an older one takes each for a change.
    private static void RemoveNewerMarks(JsonNode state, Cli cli)
    {
        if (Version.Parse(cli.Version) < Version.Parse(state.Text("terraform_version")!))
        {
            foreach (var instance in state["resources"]!.AsArray().SelectMany(resource => resource!["instances"]!.AsArray()))
            {
                instance!["sensitive_attributes"] = new JsonArray();
            }
        }
    }

    private static string Registry(Toolchain toolchain) => toolchain.Cli.Name == "tofu" ? "registry.opentofu.org" : TerraformRegistry;

    private static string Swap(string text, params (string From, string To)[] numbers) =>
        numbers.Aggregate(text, (text, number) => Regex.Replace(text, $@"\b{number.From}\b", number.To));

    private static string PortOf(Fixture fixture) => fixture.Url.Port.ToString(CultureInfo.InvariantCulture);

    private static string NameServerPortOf(Fixture fixture) => fixture.DnsEndPoint!.Port.ToString(CultureInfo.InvariantCulture);

    private async Task<Fixture> StartAsync(Toolchain toolchain, string content)
    {
        var fixture = await Fixture.CreateAsync(toolchain, new EmulatorOptions { VersionProfile = ServerVersion, DnsPort = 0 });
        if (Has(content))
        {
            await WorkspaceContent.WriteAsync(fixture.Url, Read(content, fixture));
        }

        return fixture;
    }

    private void CopyInputs(RecordedState target)
    {
        Directory.CreateDirectory(target.Folder);
        foreach (var file in new[] { "before.json", "former.tf", "import.tf", "main.tf" }.Where(file => target != this && Has(file)))
        {
            File.Copy(Path.Combine(Folder, file), Path.Combine(target.Folder, file), overwrite: true);
        }
    }

    private bool Has(string file) => File.Exists(Path.Combine(Folder, file));

    private string Read(string file, Fixture fixture) => Swap(
        File.ReadAllText(Path.Combine(Folder, file)), (ServerPort, PortOf(fixture)), (NameServerPort, NameServerPortOf(fixture)));

    private void Write(string file, string text, Fixture fixture) => File.WriteAllText(
        Path.Combine(Folder, file),
        Swap(text, (PortOf(fixture), ServerPort), (NameServerPortOf(fixture), NameServerPort)).TrimEnd() + "\n");
}
