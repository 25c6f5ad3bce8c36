using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>
/// The tables "Behavior" of the resources' pages are promises: each row has a mark, and at least one test that names the mark. A message
/// that a row quotes is expected by one of these tests.
/// </summary>
public sealed partial class BehaviorTests
{
    private const string Pages = "templates/resources";
    private static readonly string[] TestProjects = ["tests/Acceptance", "tests/RocketTfProvider.Tests"];

    /// <summary>The text of each test that names a row, with the constants of its file, by the row.</summary>
    private static readonly Lazy<ILookup<string, string>> Tests = new(ReadTests);

    [Fact]
    public void Rows_HaveAMarkOfTheirOwn() => Mistakes.AreNone(
        from row in Rows()
        group row by row.Mark into same
        where same.Key.EndsWith('/') || same.Count() > 1
        select $"the mark \"{same.Key}\" has {same.Count()} rows: {same.First().Text}");

    [Fact]
    public void Rows_HaveATest() => Mistakes.AreNone(
        from row in Rows()
        where !Tests.Value.Contains(row.Mark)
        select $"no test names {row.Mark}: {row.Text}");

    [Fact]
    public void Tests_NameRowsThatExist() => Mistakes.AreNone(
        Tests.Value.Select(tests => tests.Key).Except(Rows().Select(row => row.Mark))
            .Select(mark => $"a test names {mark}, which is no row"));

    [Fact]
    public void Messages_OfARow_AreExpectedByItsTests() => Mistakes.AreNone(
        from row in Rows()
        where Tests.Value.Contains(row.Mark)
        from message in Message().Matches(row.Text).Select(match => match.Groups[1].Value)
        let pattern = Regex.Escape(message).Replace("…", ".+", StringComparison.Ordinal)
        where !Tests.Value[row.Mark].Any(test => Regex.IsMatch(test, pattern))
        select $"no test of {row.Mark} expects \"{message}\"");

    private static IEnumerable<(string Mark, string Text)> Rows() =>
        from page in SourceTree.Files("*.md.tmpl", Pages)
        let name = Path.GetFileName(page).Split('.')[0]
        from row in Table().Match(SourceTree.Read(page)).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        select ($"{name}/{Mark().Match(row).Groups[1].Value}", row);

    private static ILookup<string, string> ReadTests() =>
    (
        from project in TestProjects
        from file in SourceTree.Files("*.cs", project)
        let code = SourceTree.Read(file)
        from name in Name().Matches(code)
        let end = code.IndexOf("\n    }\n", name.Index, StringComparison.Ordinal)
        select (Mark: $"{name.Groups[1].Value}/{name.Groups[2].Value}", Text: Constants(code) + code[name.Index..end])
    ).ToLookup(test => test.Mark, test => test.Text);

    private static string Constants(string code) => string.Concat(Constant().Matches(code).Select(match => match.Value));

    [GeneratedRegex(@"^## Behavior\n\n\|.*\n\|[-|]+\n((?:\|.*\n)+)", RegexOptions.Multiline)]
    private static partial Regex Table();

    // A comment of the template language: no page has it.
    [GeneratedRegex(@"\|\{\{/\* ([a-z-]+) \*/\}\}$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\*([A-Z][^*]+)\*")]
    private static partial Regex Message();

    [GeneratedRegex("""
        \[BehaviorRow\("([^"]+)", "([^"]+)"\)\]
        """)]
    private static partial Regex Name();

    [GeneratedRegex(@"^ +(private|internal) const string .*\n", RegexOptions.Multiline)]
    private static partial Regex Constant();
}
