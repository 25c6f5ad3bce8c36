using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>How much memory a process needs.</summary>
internal static class Memory
{
    private const string PeakLine = "VmHWM:";
    private const double KibibytesPerMebibyte = 1024;

    /// <summary>The most that was resident at once since the start, in MiB.</summary>
    public static double Peak(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith(PeakLine, StringComparison.Ordinal));
        var kibibytes = line[PeakLine.Length..].Replace("kB", "", StringComparison.Ordinal);
        return long.Parse(kibibytes, CultureInfo.InvariantCulture) / KibibytesPerMebibyte;
    }
}
