using System.Text.RegularExpressions;

namespace Tool.Docs;

/// <summary>The troubleshooting tables quote the summaries of the provider's errors and warnings: word for word, and all of them.</summary>
internal static partial class Troubleshooting
{
    public static IEnumerable<string> Check(IReadOnlyDictionary<string, string> pages)
    {
        var quotations = pages
            .SelectMany(page => Quotations(page.Value), (page, quotation) => (Page: page.Key, Quotation: quotation))
            .ToList();
        var code = Sources("src");
        var explained = quotations.Select(entry => entry.Quotation).ToHashSet();
        return
        [
            .. from entry in quotations
               where !code.Contains($"\"{entry.Quotation}\"", StringComparison.Ordinal)
               select $"{entry.Page} explains \"{entry.Quotation}\", which is in no source",
            .. from summary in Summary().Matches(Sources("src", "RocketTfProvider")).Select(match => match.Groups[1].Value).Distinct()
               where !explained.Contains(summary)
               select $"no page explains the error or warning \"{summary}\"",
        ];
    }

    /// <summary>The first column of each table whose first heading is "Message".</summary>
    private static IEnumerable<string> Quotations(string page) =>
        from table in Table().Matches(page)
        from row in table.Groups[1].Value.Trim().Split('\n')
        select row.Split('|')[1].Trim();

    private static string Sources(params string[] folder) => string.Join('\n',
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !BuildOutput().IsMatch(path))
            .Select(File.ReadAllText));

    // Where a diagnostic is made, and its first argument.
    [GeneratedRegex("""
        (?:AddError|AddWarning|DiagnosticException|Diagnostic\.(?:Error|Warning)|\bnew|=>)\s*\(\s*"([A-Z][^"{]+)"(?:\.\w+\([^"]*?\))?,
        """)]
    private static partial Regex Summary();

    [GeneratedRegex(@"^\| Message[^|]*\|.*\n\|[-| ]+\n((?:\|.*\n?)+)", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex BuildOutput();
}
