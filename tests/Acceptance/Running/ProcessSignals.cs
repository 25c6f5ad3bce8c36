using System.Diagnostics;

namespace Acceptance.Running;

/// <summary>Sends to a process what a terminal sends.</summary>
internal static class ProcessSignals
{
    /// <summary>Asks to stop, as Ctrl-C does.</summary>
    public static async Task InterruptAsync(this Process process)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -INT {process.Id}"]);
        await kill.WaitForExitAsync(CancellationToken.None);
    }
}
