namespace Tool.Lint;

/// <summary>Rules for sources and documentation that neither the compiler nor a formatter enforces.</summary>
internal static class LintCommand
{
    /// <param name="pending">Files and folders where findings are counted only.</param>
    public static int Run(IReadOnlyList<string> pending)
    {
        var words = WordList.Load();
        var findings = SourceFile.All()
            .SelectMany(file => (IEnumerable<Finding>)
                [.. LineLengths.Check(file), .. CommentStarts.Check(file), .. words.Check(file)])
            .ToLookup(finding => pending.FirstOrDefault(path => IsBelow(path, finding.File)) ?? "");
        foreach (var finding in findings[""])
        {
            Console.Error.WriteLine(finding);
        }

        foreach (var folder in findings.Where(group => group.Key.Length > 0))
        {
            Console.WriteLine($"lint: {folder.Key} has {folder.Count()} findings, which do not count yet");
        }

        Console.WriteLine($"lint: {findings[""].Count()} findings");
        return findings[""].Any() ? 1 : 0;
    }

    private static bool IsBelow(string path, string file) => file == path || file.StartsWith($"{path}/", StringComparison.Ordinal);
}
