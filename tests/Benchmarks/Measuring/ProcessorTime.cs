using System.Runtime.InteropServices;

namespace Benchmarks.Measuring;

/// <summary>How long a processor has worked for a process; finer than the hundredths of a second in /proc/PID/stat.</summary>
internal static partial class ProcessorTime
{
    private const int OurselvesOnly = 0;
    private const int FinishedChildren = -1;

    /// <summary>The time of a process that runs, all its threads together, those that ended as well.</summary>
    public static TimeSpan Of(int processId)
    {
        if (GetProcessorClock(processId, out var clock) != 0 || ReadClock(clock, out var time) != 0)
        {
            throw new InvalidOperationException($"The processor time of process {processId} cannot be read.");
        }

        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0);
    }

    /// <summary>The time of all processes that we started, and that these started, as far as they have ended.</summary>
    public static TimeSpan OfFinishedChildren() => Usage(FinishedChildren);

    /// <summary>Our own time, in which an emulator in this process has its part.</summary>
    public static TimeSpan OfOurselves() => Usage(OurselvesOnly);

    /// <summary>Our own time and that of <see cref="OfFinishedChildren"/>.</summary>
    public static TimeSpan OfOurselvesAndChildren() => Usage(OurselvesOnly) + Usage(FinishedChildren);

    private static TimeSpan Usage(int who)
    {
        // struct rusage begins with two times, user and system, each in seconds and microseconds.
        var usage = new long[18];
        return GetUsage(who, ref usage[0]) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : throw new InvalidOperationException("The processor time of this process cannot be read.");
    }

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    private static partial int GetProcessorClock(int processId, out int clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ReadClock(int clock, out ClockTime time);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref long usage);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ClockTime
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
