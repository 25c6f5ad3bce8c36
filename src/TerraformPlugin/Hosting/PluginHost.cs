using System.Text;

namespace TerraformPlugin.Hosting;

/// <summary>Runs a provider program: reads its arguments and environment, and serves until the CLI has no more use for it.</summary>
internal static class PluginHost
{
    /// <summary>Runs the program to its end.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(PluginHostOptions options, string[] args)
    {
        switch (CommandLine.Parse(args))
        {
            case RunMode.Plugin:
                return await RunPluginAsync(options).ConfigureAwait(false);
            case RunMode.Debug:
                return await RunDebugAsync(options).ConfigureAwait(false);
            case RunMode.Version:
                Console.Out.WriteLine($"{options.ProgramName} {options.Version}");
                return 0;
            case RunMode.Help:
                Console.Out.WriteLine(Usage.Help(options));
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage.UnknownArguments(options, args)).ConfigureAwait(false);
                return 1;
        }
    }

    private static async Task<int> RunPluginAsync(PluginHostOptions options)
    {
        var environment = PluginEnvironment.Read(Environment.GetEnvironmentVariable);
        if (!environment.HasCookie)
        {
            await Console.Error.WriteLineAsync(Usage.NotStartedByCli(options)).ConfigureAwait(false);
            return 1;
        }

        using var lifetime = new PluginLifetime();
        using var signals = Signals.ForPlugin(lifetime);
        using var listener = PluginListener.Open(environment);
        using var tls = environment.ClientCertificatePem is { } pem ? MutualTls.Create(pem, options.Time.GetUtcNow()) : null;
        Announce(HandshakeLine.Format(
            listener.Network, listener.Address, tls is null ? [] : tls.ServerCertificate, environment.AsksForMultiplexing));
        await ServeAsync(options, listener, tls, lifetime).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> RunDebugAsync(PluginHostOptions options)
    {
        using var lifetime = new PluginLifetime();
        using var signals = Signals.ForDebug(lifetime);
        using var listener = PluginListener.Open(PluginEnvironment.Read(_ => null));
        Console.Out.WriteLine(ReattachInstructions.Format(options, listener, Environment.ProcessId));
        await ServeAsync(options, listener, tls: null, lifetime).ConfigureAwait(false);
        return 0;
    }

    private static async Task ServeAsync(PluginHostOptions options, PluginListener listener, MutualTls? tls, PluginLifetime lifetime)
    {
        using var stop = new StopSignal();
        var server = PluginServer.Create(options, listener, tls, lifetime, stop);
        await using (server.ConfigureAwait(false))
        {
            await server.StartAsync(CancellationToken.None).ConfigureAwait(false);
            await lifetime.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            stop.Stop();
            await server.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    // The CLI takes the first line for the handshake, whoever wrote it, so nothing else may reach stdout, before or after.
    private static void Announce(string line)
    {
        using var stdout = Console.OpenStandardOutput();
        stdout.Write(Encoding.UTF8.GetBytes(line + "\n"));
        stdout.Flush();
        Console.SetOut(TextWriter.Null);
    }
}
