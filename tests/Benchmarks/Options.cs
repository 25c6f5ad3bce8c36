using System.Globalization;

namespace Benchmarks;

/// <summary>The parts to measure, and how often.</summary>
/// <param name="Runs">How often.</param>
/// <param name="Parts">The names of the parts.</param>
internal sealed record Options(int Runs, IReadOnlyList<string> Parts)
{
    private const int DefaultRuns = 10;

    /// <summary>Reads RUNS and ONLY as `make bench` hands them on: empty when they were not given.</summary>
    /// <exception cref="FormatException">An option makes no sense; the message says which.</exception>
    public static Options Parse(IReadOnlyList<string> args, IReadOnlyCollection<string> parts)
    {
        var (runs, only) = (args.ElementAtOrDefault(0) ?? "", args.ElementAtOrDefault(1) ?? "");
        if (!int.TryParse(runs.Length == 0 ? $"{DefaultRuns}" : runs, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count < 1)
        {
            throw new FormatException($"RUNS must be a number from 1, not \"{runs}\".");
        }

        if (only.Length > 0 && !parts.Contains(only))
        {
            throw new FormatException($"ONLY must be one of {string.Join(", ", parts)}, not \"{only}\".");
        }

        return new Options(count, only.Length > 0 ? [only] : [.. parts]);
    }
}
