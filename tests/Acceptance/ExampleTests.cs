using System.Text.RegularExpressions;
using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>Every example of the documentation is run; the files are found by listing examples/.</summary>
public sealed partial class ExampleTests
{
    private const string Functions = "functions";

    [Theory, EveryExample]
    public async Task Example_FromInitToDestroy_Works(Toolchain toolchain, Example example)
    {
        await using var fixture = await SetAsync(toolchain, example);

        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
    }

    [Theory, EveryExample(WithImport = true)]
    public async Task Import_AsTheExampleShows_TakesOverWhatIsThere(Toolchain toolchain, Example example)
    {
        await using var fixture = await SetAsync(toolchain, example);
        (await fixture.Cli.ApplyAsync()).Succeeds();

        foreach (var file in example.ImportBlocks)
        {
            await ImportAsync(fixture.Cli, file);
        }

        foreach (var (address, id) in Commands(example.ImportCommand))
        {
            (await fixture.Cli.RunAsync("state", "rm", address)).Succeeds();
            (await fixture.Cli.ImportAsync(address, id)).Succeeds();
            (await fixture.Cli.ApplyAsync()).Succeeds().Says("0 added").Says("0 destroyed");
            (await fixture.Cli.PlanAsync()).HasNoChanges();
        }
    }

    [Theory, EveryExample(WithIdentity = true)]
    public async Task ImportByIdentity_AsTheExampleShows_TakesOverWhatIsThere(Toolchain toolchain, Example example)
    {
        await using var fixture = await SetAsync(toolchain, example);
        (await fixture.Cli.ApplyAsync()).Succeeds();

        await ImportAsync(fixture.Cli, example.IdentityBlock!);
    }

    [Fact]
    public async Task Examples_AreFormatted()
    {
        using var sandbox = new Sandbox(Toolchain.Shipped);
        var folders = Directory.EnumerateDirectories(Repository.PathOf("examples")).Where(folder => Path.GetFileName(folder) != Functions);

        (await sandbox.RunAsync(["fmt", "-check", "-diff", "-recursive", "-no-color", .. folders])).Succeeds();
    }

    // An older CLI cannot read the names of functions.
    [Theory, EveryToolchain(Needs = LeastVersions.OfFunctions)]
    public async Task ExamplesOfFunctions_AreFormatted(Toolchain toolchain)
    {
        using var sandbox = new Sandbox(toolchain);

        (await sandbox.RunAsync("fmt", "-check", "-diff", "-recursive", "-no-color", Repository.PathOf("examples", Functions))).Succeeds();
    }

    private static async Task ImportAsync(Sandbox cli, string file)
    {
        var block = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        (await cli.RunAsync(["state", "rm", .. Targets().Matches(block).Select(match => match.Groups["address"].Value)])).Succeeds();
        cli.Write("import.tf", block);
        (await cli.PlanAsync()).Says("to import, 0 to add").Says("0 to destroy");
        (await cli.ApplyPlanAsync()).Succeeds();
        (await cli.PlanAsync()).HasNoChanges();
        cli.Delete("import.tf");
    }

    internal static async Task<Fixture> SetAsync(Toolchain toolchain, Example example)
    {
        var fixture = await Fixture.CreateAsync(toolchain, new EmulatorOptions { SeedFile = example.SeedFile });
        var texts = example.Files.ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        if (texts.Values.Any(text => text.Contains("required_providers", StringComparison.Ordinal)))
        {
            fixture.Cli.Delete("provider.tf");
        }

        foreach (var (name, text) in texts)
        {
            fixture.Cli.Write(name, text);
        }

        // The values that no example can hold: what a person fetches from the cloud console.
        fixture.Cli.Environment["TF_VAR_registration_token"] = "emulated-registration-token";
        fixture.Cli.Environment["TF_VAR_license"] = LicenseText.Unlimited;
        fixture.UseFirstAdministratorOf(example.SeedFile);
        await fixture.InitializeAsync();
        return fixture;
    }

    private static IEnumerable<(string Address, string Id)> Commands(string? file) =>
        file is null ? [] : ImportCommand().Matches(File.ReadAllText(file))
            .Select(match => (match.Groups["address"].Value, match.Groups["id"].Value));

    [GeneratedRegex(@"^\s*to\s*=\s*(?<address>\S+)", RegexOptions.Multiline)]
    private static partial Regex Targets();

    [GeneratedRegex("""^(?:terraform|tofu) import (?<address>\S+) ["']?(?<id>[^"'\n]+)""", RegexOptions.Multiline)]
    private static partial Regex ImportCommand();
}
