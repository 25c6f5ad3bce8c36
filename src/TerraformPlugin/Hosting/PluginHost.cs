using System.Text;
using TerraformPlugin.Execution;
using TerraformPlugin.Hosting.Services;

namespace TerraformPlugin.Hosting;

/// <summary>Runs a provider program: reads its arguments and environment, and serves until the CLI has no more use for it.</summary>
internal static class PluginHost
{
    private const int RefusedExitCode = 1;

    /// <summary>Runs the program to its end.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(PluginHostOptions options, string[] args)
    {
        CrashReport.WatchUnhandledExceptions();
        try
        {
            return CommandLine.Parse(args) switch
            {
                RunMode.Plugin => await RunPluginAsync(options).ConfigureAwait(false),
                RunMode.Debug => await RunDebugAsync(options).ConfigureAwait(false),
                RunMode.Version => Say(VersionText.Of(options.ProgramName, options.Version)),
                RunMode.Help => Say(Usage.Help(options)),
                _ => Refuse(Usage.UnknownArguments(options, args)),
            };
        }
        catch (PluginHostException e)
        {
            return Refuse($"{options.ProgramName} cannot start: {e.Message}");
        }
#pragma warning disable CA1031 // No caller is left to handle the exception, and the CLI must show a crash.
        catch (Exception e)
#pragma warning restore CA1031
        {
            CrashReport.Write(e);
            return CrashReport.ExitCode;
        }
    }

    private static async Task<int> RunPluginAsync(PluginHostOptions options)
    {
        var environment = PluginEnvironment.Read(Environment.GetEnvironmentVariable);
        if (!environment.HasCookie)
        {
            return Refuse(Usage.NotStartedByCli(options));
        }

        Prefault.Run();
        TrustStoreEnvironment.Empty();
        try
        {
            await ServeCliAsync(options, environment).ConfigureAwait(false);
            return 0;
        }
        catch (PluginHostException e)
        {
            // A CLI shows its user a first line that is no handshake; what is on stderr, only its log shows.
            var reason = $"{options.ProgramName} cannot start: {e.Message}";
            Announce(reason.Replace('|', ' ').ReplaceLineEndings(" "));
            return Refuse(reason);
        }
    }

    private static async Task ServeCliAsync(PluginHostOptions options, PluginEnvironment environment)
    {
        using var lifetime = new PluginLifetime();
        using var deadline = new ExitDeadline(lifetime, options.Time, () => Environment.Exit(ExitDeadline.ExitCode));
        using var signals = Signals.ForPlugin(lifetime);
        using var parent = ParentWatch.Start(lifetime, options.Time);
        using var clients = new ClientWatch(lifetime, options.Time);
        using var stop = new StopSignal();
        using var listener = PluginListener.Open(environment);

        // The CLI waits for the certificate and then for the services, each of which takes some milliseconds.
        var preparing = Task.Run(() => PluginServices.Create(options, lifetime, stop));
        using var tls = await CreateTlsAsync(environment, options.Time, preparing).ConfigureAwait(false);
        if (!environment.OffersProtocol)
        {
            Console.Error.WriteLine(Usage.ProtocolNotOffered(options));
        }

        Announce(HandshakeLine.Format(
            listener.Network, listener.Address, tls is null ? [] : tls.ServerCertificate, environment.AsksForMultiplexing));
        await ServeAsync(await preparing.ConfigureAwait(false), listener, tls, clients, lifetime, stop).ConfigureAwait(false);
    }

    // A plugin that cannot start ends only after what it has begun.
    private static async Task<MutualTls?> CreateTlsAsync(PluginEnvironment environment, TimeProvider time, Task<PluginServices> preparing)
    {
        try
        {
            return environment.ClientCertificatePem is { } pem ? MutualTls.Create(pem, time.GetUtcNow()) : null;
        }
        catch (PluginHostException)
        {
            await (await preparing.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<int> RunDebugAsync(PluginHostOptions options)
    {
        using var lifetime = new PluginLifetime();
        using var deadline = new ExitDeadline(lifetime, options.Time, () => Environment.Exit(ExitDeadline.ExitCode));
        using var signals = Signals.ForDebug(lifetime);
        using var stop = new StopSignal();
        using var listener = PluginListener.Open(PluginEnvironment.Read(_ => null));
        Say(ReattachInstructions.Format(options, listener, Environment.ProcessId));
        var services = PluginServices.Create(options, lifetime, stop);
        await ServeAsync(services, listener, tls: null, clients: null, lifetime, stop).ConfigureAwait(false);
        return 0;
    }

    private static async Task ServeAsync(
        PluginServices services, PluginListener listener, MutualTls? tls, ClientWatch? clients, PluginLifetime lifetime, StopSignal stop)
    {
        await using (services.ConfigureAwait(false))
        {
            using var server = PluginServer.Create(services, listener, tls, clients);
            await server.StartAsync(CancellationToken.None).ConfigureAwait(false);
            await lifetime.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            stop.Stop();
            await server.StopAsync().ConfigureAwait(false);
        }
    }

    // The CLI reads the first line of stdout as the handshake, so nothing else may reach stdout, before or after.
    private static void Announce(string line)
    {
        using var stdout = Console.OpenStandardOutput();
        stdout.Write(Encoding.UTF8.GetBytes(line + "\n"));
        stdout.Flush();
        Console.SetOut(TextWriter.Null);
    }

    private static int Say(string text)
    {
        Console.Out.WriteLine(text);
        return 0;
    }

    private static int Refuse(string text)
    {
        Console.Error.WriteLine(text);
        return RefusedExitCode;
    }
}
