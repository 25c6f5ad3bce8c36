using System.Diagnostics;
using PluginClient;
using PluginClient.Protocol.GrpcHealth;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>The sample provider as a process, in a folder of its own for its socket.</summary>
internal sealed class SamplePlugin : IAsyncDisposable
{
    /// <summary>Long enough for any machine; what takes it is at fault.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder;

    private SamplePlugin(PluginProcess process, ClientIdentity identity, TempFolder folder)
    {
        Process = process;
        Identity = identity;
        _folder = folder;
    }

    public static string FileName { get; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "SampleProvider.exe" : "SampleProvider");

    public PluginProcess Process { get; }

    public ClientIdentity Identity { get; }

    /// <summary>The entries of the folder that the plugin uses for its socket.</summary>
    public IEnumerable<string> SocketFolders => _folder.Entries;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<SamplePlugin> StartAsync() => StartAsync(launch => launch);

    public static async Task<SamplePlugin> StartAsync(Func<PluginLaunch, PluginLaunch> change)
    {
        var folder = new TempFolder();
        var identity = ClientIdentity.Create();
        try
        {
            var launch = change(new PluginLaunch(FileName) { Identity = identity });
            launch = launch with
            {
                Environment = new Dictionary<string, string?>(launch.Environment) { ["PLUGIN_UNIX_SOCKET_DIR"] = folder.Path },
            };
            return new SamplePlugin(await PluginProcess.StartAsync(launch, Cancellation), identity, folder);
        }
        catch
        {
            identity.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Asks the health service over <paramref name="connection"/>, which fails if there is no connection.</summary>
    public static async Task<HealthCheckResponse.Types.ServingStatus> PingAsync(PluginConnection connection) =>
        (await connection.Health.CheckAsync(
            new HealthCheckRequest { Service = "plugin" }, deadline: DateTime.UtcNow + Limit, cancellationToken: Cancellation)).Status;

    public Task<HealthCheckResponse.Types.ServingStatus> PingAsync() => PingAsync(Process.Connection);

    public Task<int> WaitForExitAsync() => Process.WaitForExitAsync(Limit, Cancellation);

    /// <summary>Sends a signal by its name, e.g. <c>TERM</c>.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = System.Diagnostics.Process.Start(new ProcessStartInfo("kill", [$"-{name}", $"{Process.Id}"]))!;
        await kill.WaitForExitAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        Identity.Dispose();
        _folder.Dispose();
    }
}
