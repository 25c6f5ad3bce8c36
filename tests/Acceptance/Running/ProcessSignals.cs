using System.Diagnostics;

namespace Acceptance.Running;

/// <summary>Sends signals to a process.</summary>
internal static class ProcessSignals
{
    /// <summary>Asks to stop, as Ctrl-C does. A program that a shell starts in the background ignores it, and so do its children.</summary>
    public static Task InterruptAsync(this Process process) => SendAsync(process, "INT");

    /// <summary>Asks to end, as a supervisor does.</summary>
    public static Task TerminateAsync(this Process process) => SendAsync(process, "TERM");

    private static async Task SendAsync(Process process, string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {process.Id}"]);
        await kill.WaitForExitAsync(CancellationToken.None);
    }
}
