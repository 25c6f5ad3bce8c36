using System.Runtime.InteropServices;

namespace Benchmarks.Reporting;

/// <summary>Where and when was measured: no number means anything without it.</summary>
internal static class Conditions
{
    public static string Describe(Options options, DateTimeOffset now, string load) => $"""
        - {now:yyyy-MM-dd HH:mm} UTC, version {Repository.Version}, {options.Runs} interleaved runs: median (least to most)
        - {Environment.ProcessorCount} processors ({Processor()}), {System()}
        - {string.Join(", ", Cli.All)}
        - {load}

        """;

    private static string System() => $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    private static string Processor() => File.ReadLines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        ?? $"{RuntimeInformation.OSArchitecture}";
}
