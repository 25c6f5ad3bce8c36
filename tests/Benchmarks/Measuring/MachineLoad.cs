using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>The load of the machine by other programs during the measurement.</summary>
internal sealed class MachineLoad
{
    private const double TicksPerSecond = 100;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _ownBefore = ProcessorTime.OfOurselvesAndChildren();
    private readonly Ticks _before = Ticks.Read();
    private readonly string _averageBefore = Average();

    /// <summary>A sentence about the time since this object was made.</summary>
    public string Describe()
    {
        var now = Ticks.Read();
        var capacity = Stopwatch.GetElapsedTime(_started).TotalSeconds * Environment.ProcessorCount;
        var own = (ProcessorTime.OfOurselvesAndChildren() - _ownBefore).TotalSeconds / capacity;
        var busy = (now.Busy - _before.Busy) / TicksPerSecond / capacity;
        var stolen = (now.Stolen - _before.Stolen) / TicksPerSecond / capacity;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"the benchmark used {own:P0} of the processors, other programs {Math.Max(0, busy - own):P0}, the host of the virtual machine "
            + $"{stolen:P0}; load average {_averageBefore} before, {Average()} after");
    }

    private static string Average() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private readonly record struct Ticks(long Busy, long Stolen)
    {
        // cpu user nice system idle iowait irq softirq steal ...
        public static Ticks Read()
        {
            var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1).Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
            return new Ticks(fields[0] + fields[1] + fields[2] + fields[5] + fields[6], fields[7]);
        }
    }
}
