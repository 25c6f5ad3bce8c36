using TerraformPlugin.Hosting.Services;

namespace TerraformPlugin.Hosting;

/// <summary>
/// Ends the process when its orderly end takes too long. A full stderr that nobody reads blocks every thread that logs, and with them the
/// orderly end.
/// </summary>
internal sealed class ExitDeadline : IDisposable
{
    /// <summary>The exit code of a process that was ended this way.</summary>
    public const int ExitCode = 1;

    // Running calls get half of this time.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _stopping;

    /// <summary>Calls <paramref name="exit"/> if this object still exists some time after the end of the process has begun.</summary>
    public ExitDeadline(PluginLifetime lifetime, TimeProvider time, Action exit)
    {
        _timer = time.CreateTimer(_ => exit(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _stopping = lifetime.Stopping.Register(() => _timer.Change(Limit, Timeout.InfiniteTimeSpan));
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _timer.Dispose();
    }
}
