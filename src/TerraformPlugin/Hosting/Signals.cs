using System.Runtime.InteropServices;
using TerraformPlugin.Hosting.Services;

namespace TerraformPlugin.Hosting;

/// <summary>The handlers of the operating system's signals.</summary>
internal sealed class Signals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    private Signals(PosixSignalRegistration[] registrations) => _registrations = registrations;

    /// <summary>
    /// Ctrl-C reaches both the CLI and the plugin. The CLI decides, and calls StopProvider and Shutdown.
    /// The same holds when the terminal is closed, which a CLI may survive.
    /// </summary>
    public static Signals ForPlugin(PluginLifetime lifetime) => new(
    [
        On(PosixSignal.SIGINT, () => { }),
        On(PosixSignal.SIGHUP, () => { }),
        On(PosixSignal.SIGTERM, lifetime.Stop),
        On(PosixSignal.SIGQUIT, lifetime.Stop),
    ]);

    /// <summary>The developer's Ctrl-C ends the process.</summary>
    public static Signals ForDebug(PluginLifetime lifetime) => new(
    [
        On(PosixSignal.SIGINT, lifetime.Stop),
        On(PosixSignal.SIGHUP, lifetime.Stop),
        On(PosixSignal.SIGTERM, lifetime.Stop),
        On(PosixSignal.SIGQUIT, lifetime.Stop),
    ]);

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private static PosixSignalRegistration On(PosixSignal signal, Action action) => PosixSignalRegistration.Create(signal, received =>
    {
        received.Cancel = true;
        action();
    });
}
