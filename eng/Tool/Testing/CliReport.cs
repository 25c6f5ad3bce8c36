namespace Tool.Testing;

/// <summary>The acceptance tests that ran with each CLI; their names contain it.</summary>
internal static class CliReport
{
    /// <summary>A line for each CLI: name, version, tests run, tests skipped and why.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<TestResult> results)
    {
        var most = Cli.All.ToDictionary(cli => cli, cli => results.Count(result => IsOf(cli, result)));
        foreach (var (cli, count) in most)
        {
            var skipped = results.Where(result => result.Outcome == TestOutcome.Skipped && IsOf(cli, result)).ToList();
            var reasons = skipped.GroupBy(result => result.Reason).Select(group => $"{group.Count()}: {group.Key}");
            var newest = most.Keys.Where(other => other.Name == cli.Name).MaxBy(other => other.Number)!;
            yield return $"{cli}: {count - skipped.Count} tests run, {skipped.Count} skipped"
                + (skipped.Count > 0 ? $" ({string.Join("; ", reasons)})" : "")
                + (newest == cli ? "" : $", the core set; the other {most[newest] - count} run with {newest} only");
        }

        foreach (var (path, reason) in Cli.NotStarting)
        {
            yield return $"{path}: does not start: {reason}";
        }
    }

    private static bool IsOf(Cli cli, TestResult result) => result.Name.Contains($" {cli}, ", StringComparison.Ordinal);
}
