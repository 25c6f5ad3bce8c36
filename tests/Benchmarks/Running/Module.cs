using System.Diagnostics;
using Benchmarks.Measuring;
using RocketChat.Emulator.Seeding;

namespace Benchmarks.Running;

/// <summary>A folder with a configuration, and a CLI that runs there with nothing of the machine's own settings.</summary>
internal sealed class Module : IDisposable
{
    private readonly Cli _cli;
    private readonly Dictionary<string, string> _environment;
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("rocketchat-bench-");

    private Module(Cli cli, string configuration, string installation, IReadOnlyDictionary<string, string> environment)
    {
        _cli = cli;
        _home.CreateSubdirectory("tmp");
        File.WriteAllText(Path.Combine(_home.CreateSubdirectory("module").FullName, "main.tf"), configuration);
        File.WriteAllText(PathOf("cli.tfrc"), installation);
        _environment = new(environment)
        {
            ["HOME"] = _home.FullName,
            ["TMPDIR"] = PathOf("tmp"),
            ["TF_CLI_CONFIG_FILE"] = PathOf("cli.tfrc"),
            ["CHECKPOINT_DISABLE"] = "1",
        };
    }

    /// <summary>A module for the provider, which reaches a workspace.</summary>
    public static Module For(Cli cli, ProviderBuild provider, Uri workspace, string configuration) => new(
        cli,
        RequiredProvider.Block + configuration,
        InstallationFrom(provider.Mirror),
        new Dictionary<string, string>
        {
            ["ROCKETCHAT_URL"] = workspace.AbsoluteUri,
            ["ROCKETCHAT_USER_ID"] = DefaultSeed.AdminId,
            ["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AdminToken,
        });

    /// <summary>The same module, with the workspace reached by https.</summary>
    public static Module For(Cli cli, ProviderBuild provider, TlsFront workspace, string configuration)
    {
        var module = For(cli, provider, workspace.Url, configuration);
        module._environment["SSL_CERT_FILE"] = workspace.Bundle;
        return module;
    }

    /// <summary>A module for the provider in Go, with its resource so many times.</summary>
    /// <param name="cli">The CLI.</param>
    /// <param name="count">The number of resources.</param>
    /// <param name="schemaBytes">The size that the provider's schema shall have; 0 for the least.</param>
    public static Module ForYardstick(Cli cli, int count = 1, int schemaBytes = 0) => new(
        cli,
        Yardstick.Configuration(count),
        InstallationFrom(Yardstick.Mirror),
        new Dictionary<string, string> { [Yardstick.SchemaSize] = $"{schemaBytes}" });

    /// <summary>A module with resources that the CLI makes by itself, without starting any provider: its own share of the time.</summary>
    public static Module WithoutProvider(Cli cli, int count) => new(
        cli,
        $$"""
        resource "terraform_data" "this" {
          count = {{count}}
          input = format("room%013d", count.index)
        }
        """,
        installation: "",
        new Dictionary<string, string>());

    public Task<Cost> InitAsync(CancellationToken cancellationToken) => RunAsync(["init"], cancellationToken);

    /// <summary>Plans into a file, for <see cref="ApplyAsync"/>.</summary>
    public Task<Cost> PlanAsync(CancellationToken cancellationToken) => RunAsync(["plan", "-out=saved.tfplan"], cancellationToken);

    /// <summary>Plans with so many resources at once, and expects that the plan ends with an error.</summary>
    public async Task FailToPlanAsync(int parallelism, CancellationToken cancellationToken) =>
        await RunAsync(["plan", $"-parallelism={parallelism}"], expectedExitCode: 1, cancellationToken);

    /// <summary>Applies what was planned last.</summary>
    public Task<Cost> ApplyAsync(CancellationToken cancellationToken) => RunAsync(["apply", "saved.tfplan"], cancellationToken);

    public Task<Cost> DestroyAsync(CancellationToken cancellationToken) => RunAsync(["destroy", "-auto-approve"], cancellationToken);

    public void Dispose() => _home.Delete(recursive: true);

    private Task<Cost> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(arguments, expectedExitCode: 0, cancellationToken);

    private async Task<Cost> RunAsync(IReadOnlyList<string> arguments, int expectedExitCode, CancellationToken cancellationToken)
    {
        var processor = ProcessorTime.OfFinishedChildren();
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(StartInfo(arguments))!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            var cost = new Cost(Stopwatch.GetElapsedTime(started), ProcessorTime.OfFinishedChildren() - processor);
            return process.ExitCode == expectedExitCode
                ? cost
                : throw new InvalidOperationException(
                    $"`{_cli} {arguments[0]}` ended with {process.ExitCode}:\n{await output}{await errors}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    private ProcessStartInfo StartInfo(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(_cli.Path, [arguments[0], "-input=false", "-no-color", .. arguments.Skip(1)])
        {
            WorkingDirectory = PathOf("module"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheMachine).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string InstallationFrom(string mirror) =>
        $"provider_installation {{\n  filesystem_mirror {{\n    path = \"{mirror}\"\n  }}\n}}\n";

    private string PathOf(string name) => Path.Combine(_home.FullName, name);

    private static bool IsOfTheMachine(string variable) =>
        variable.StartsWith("TF_", StringComparison.Ordinal) || variable.StartsWith("ROCKETCHAT_", StringComparison.Ordinal);
}
