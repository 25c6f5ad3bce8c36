using System.Globalization;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>The kernel's figures of another process. Known on Linux only; elsewhere every figure is zero.</summary>
internal static class ProcessFigures
{
    private const long Kibibyte = 1024;

    /// <summary>The most memory that was resident at once, in bytes.</summary>
    public static long PeakMemory(int processId) => Status(processId, "VmHWM:");

    /// <summary>The memory that is resident now, in bytes.</summary>
    public static long Memory(int processId) => Status(processId, "VmRSS:");

    /// <summary>How many files and sockets are open.</summary>
    public static int OpenFiles(int processId) =>
        OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries($"/proc/{processId}/fd").Length : 0;

    private static long Status(int processId, string figure)
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith(figure, StringComparison.Ordinal));
        return long.Parse(line[figure.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * Kibibyte;
    }
}
