using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>
/// The command lines of the guides: each has a test that runs it, or a reason why none does, in <c>GuideCommands.txt</c>.
/// </summary>
public sealed partial class GuideCommandTests
{
    private const string List = "tests/Architecture.Tests/GuideCommands.txt";
    private const string Separator = " | ";
    private const string Reason = "reason: ";

    private static readonly (string Command, string Test)[] Entries =
    [
        .. SourceTree.Read(List).Split('\n').Where(line => line.Contains(Separator, StringComparison.Ordinal)).Select(EntryIn),
    ];

    private static readonly string[] Commands = [.. CommandsIn(["templates/index.md.tmpl", .. Guides]).Distinct()];

    private static IEnumerable<string> Guides => SourceTree.Files("*.md.tmpl", "templates").Select(path => path.Replace('\\', '/'))
        .Where(path => path.StartsWith("templates/guides/", StringComparison.Ordinal));

    [Fact]
    public void Commands_OfTheGuides_AreRunByATestOrHaveAReason() => Mistakes.AreNone(
        Commands.Except(Entries.Select(entry => entry.Command)).Select(command => $"{List} lacks: {command}"));

    [Fact]
    public void Entries_OfTheList_AreInAGuide() => Mistakes.AreNone(
        Entries.Select(entry => entry.Command).Except(Commands).Select(command => $"no guide has: {command}"));

    [Fact]
    public void Tests_OfTheList_Exist() => Mistakes.AreNone(
        from entry in Entries
        where !entry.Test.StartsWith(Reason, StringComparison.Ordinal) && !IsThere(entry.Test)
        select $"no such test: {entry.Test}");

    // A command may have pipes of its own.
    private static (string Command, string Test) EntryIn(string line)
    {
        var end = line.LastIndexOf(Separator, StringComparison.Ordinal);
        return (line[..end], line[(end + Separator.Length)..]);
    }

    private static bool IsThere(string test)
    {
        var names = test.Split('.');
        return SourceTree.Files($"{names[^2]}.cs", "tests").Select(SourceTree.Read).Any(source =>
            source.Contains($"namespace {string.Join('.', names[..^2])};", StringComparison.Ordinal)
            && source.Contains($" {names[^1]}(", StringComparison.Ordinal));
    }

    private static IEnumerable<string> CommandsIn(IEnumerable<string> pages) =>
        from page in pages
        from block in Block().Matches(SourceTree.Read(page))
        from line in block.Groups["lines"].Value.Split('\n')
        let command = Comment().Replace(line.Trim(), "")
        where command.Length > 0
        select command.StartsWith("export ", StringComparison.Ordinal) ? "export" : command;

    [GeneratedRegex("^```(?:shell|sh|bash)\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(^|\s+)#.*$")]
    private static partial Regex Comment();
}
