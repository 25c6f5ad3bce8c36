using System.Runtime.InteropServices;
using TerraformPlugin.Hosting.Services;

namespace TerraformPlugin.Hosting;

/// <summary>
/// Ends the plugin when the process that started it has died, be it before it connected. The kernel's own signal for this
/// (PR_SET_PDEATHSIG) follows the parent's thread, and the threads of a Go program come and go.
/// </summary>
internal sealed partial class ParentWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private readonly ITimer _timer;

    /// <summary>Watches the parent by asking, from time to time, who it is.</summary>
    /// <param name="lifetime">Ended when the answer changes: an orphan gets another parent.</param>
    /// <param name="time">The clock.</param>
    /// <param name="parent">Answers the parent's process id.</param>
    public ParentWatch(PluginLifetime lifetime, TimeProvider time, Func<int> parent)
    {
        var first = parent();
        _timer = time.CreateTimer(
            _ =>
            {
                if (parent() != first)
                {
                    lifetime.Stop();
                }
            },
            null,
            Interval,
            Interval);
    }

    /// <summary>A watch over this process's parent; null on Windows, where a process keeps the id of a dead parent.</summary>
    public static ParentWatch? Start(PluginLifetime lifetime, TimeProvider time) =>
        OperatingSystem.IsWindows() ? null : new ParentWatch(lifetime, time, GetParentProcessId);

    public void Dispose() => _timer.Dispose();

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParentProcessId();
}
