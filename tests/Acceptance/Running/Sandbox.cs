using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Acceptance.Running;

/// <summary>
/// A folder of its own with a configuration in it, and a CLI that runs there with nothing of the machine's
/// own settings. After each command nothing that the CLI started may be left, neither a process nor a socket.
/// </summary>
internal sealed class Sandbox : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);
    private readonly Toolchain _toolchain;
    private readonly string _home = Directory.CreateTempSubdirectory("rocketchat-").FullName;
    private CommandResult? _lastPlan;

    public Sandbox(Toolchain toolchain)
    {
        _toolchain = toolchain;
        Directory.CreateDirectory(Folder);
        Directory.CreateDirectory(TemporaryFolder);
        File.WriteAllText(ConfigurationFile, $$"""
            provider_installation {
              filesystem_mirror {
                path = "{{toolchain.Provider.Mirror}}"
              }
            }
            """);
    }

    /// <summary>Where the configuration lies and the CLI runs.</summary>
    public string Folder => Path.Combine(_home, "module");

    /// <summary>Variables that the CLI and the provider get on top of the machine's own environment.</summary>
    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>();

    private static string Cache => System.Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
        ? cache
        : Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".cache");

    private string TemporaryFolder => Path.Combine(_home, "tmp");

    private string ConfigurationFile => Path.Combine(_home, "cli.tfrc");

    public void Write(string file, string content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public void Delete(string file) => File.Delete(Path.Combine(Folder, file));

    public Task<CommandResult> InitAsync() => RunAsync("init", "-input=false", "-no-color");

    public Task<CommandResult> ValidateAsync() => RunAsync("validate", "-no-color");

    /// <summary>Plans into a file, for <see cref="ApplyPlanAsync"/> and <see cref="ShowPlanAsync"/>; exit code 2 means changes.</summary>
    public async Task<CommandResult> PlanAsync(params string[] options) =>
        _lastPlan = await RunAsync(["plan", "-input=false", "-no-color", "-detailed-exitcode", "-out=saved.tfplan", .. options]);

    /// <summary>Applies the last plan. What that did not report, the apply must not report either.</summary>
    public async Task<CommandResult> ApplyPlanAsync()
    {
        var applied = await RunAsync("apply", "-input=false", "-no-color", "saved.tfplan");
        return _lastPlan is null ? applied : PlannedDiagnostics.ExpectAllIn(applied, _lastPlan);
    }

    /// <summary>Plans and applies. What the plan did not report, the apply must not report either.</summary>
    public Task<CommandResult> ApplyAsync(params string[] options) => ConfirmAsync(["apply", "-no-color", .. options]);

    /// <summary>Plans and destroys. What the plan did not report, the destroy must not report either.</summary>
    public Task<CommandResult> DestroyAsync(params string[] options) => ConfirmAsync(["destroy", "-no-color", .. options]);

    public Task<CommandResult> ImportAsync(string address, string id) => RunAsync("import", "-input=false", "-no-color", address, id);

    /// <summary>The state as `show -json` tells it.</summary>
    public Task<JsonNode> ShowStateAsync() => JsonAsync("show", "-json", "-no-color");

    /// <summary>The last plan as `show -json` tells it.</summary>
    public Task<JsonNode> ShowPlanAsync() => JsonAsync("show", "-json", "-no-color", "saved.tfplan");

    public Task<JsonNode> ProviderSchemasAsync() => JsonAsync("providers", "schema", "-json");

    /// <summary>Runs the CLI to its end and checks that it leaves nothing behind.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) => RunProgramAsync(_toolchain.Cli.Path, arguments);

    /// <summary>Runs something else in the CLI's place to its end.</summary>
    public async Task<CommandResult> RunProgramAsync(string program, params string[] arguments)
    {
        using var running = StartProgram(program, arguments);
        return await running.FinishAsync();
    }

    /// <summary>Starts the CLI, for a test that has plans with it while it runs.</summary>
    public RunningCommand Start(params string[] arguments) => StartProgram(_toolchain.Cli.Path, arguments);

    /// <summary>Starts something else in the CLI's place, such as a script that runs the CLI.</summary>
    public RunningCommand StartProgram(string program, params string[] arguments) => StartProgram(program, arguments, input: null);

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private RunningCommand StartProgram(string program, string[] arguments, string? input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheMachine).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = _home;
        start.Environment["TMPDIR"] = TemporaryFolder;

        // For a CLI that unpacks itself: once per machine, not once per test.
        start.Environment["XDG_CACHE_HOME"] = Cache;
        start.Environment["TF_CLI_CONFIG_FILE"] = ConfigurationFile;
        start.Environment["CHECKPOINT_DISABLE"] = "1";
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return new RunningCommand(start, Deadline, new Leftovers(Folder, TemporaryFolder), input);
    }

    private static bool IsOfTheMachine(string variable) =>
        variable.StartsWith("TF_", StringComparison.Ordinal)
        || variable.StartsWith("ROCKETCHAT_", StringComparison.Ordinal)
        || variable.StartsWith("XDG_", StringComparison.Ordinal);

    private async Task<CommandResult> ConfirmAsync(string[] arguments)
    {
        using var running = StartProgram(_toolchain.Cli.Path, arguments, input: "yes");
        return PlannedDiagnostics.ExpectAllIn(await running.FinishAsync());
    }

    private async Task<JsonNode> JsonAsync(params string[] arguments) =>
        JsonNode.Parse((await RunAsync(arguments)).Succeeds().Output)!;
}
