using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>The table in ARCHITECTURE.md: each room, and the rooms that it may use; null where it may use everything.</summary>
internal static partial class RoomTable
{
    private const string Header = "| room | may use |";

    public static IReadOnlyDictionary<string, HashSet<string>?> Read()
    {
        var lines = SourceTree.Read("ARCHITECTURE.md").ReplaceLineEndings("\n").Split('\n');
        var header = Assert.Single(Enumerable.Range(0, lines.Length), line => lines[line] == Header);
        return lines[(header + 2)..].TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|'))
            .ToDictionary(cells => Assert.Single(PathsIn(cells[0])), cells => MayUse(cells[1]));
    }

    private static HashSet<string>? MayUse(string cell) => cell.Trim() switch
    {
        "everything" => null,
        "nothing" => new HashSet<string>(),
        _ => PathsIn(cell).ToHashSet(),
    };

    private static IReadOnlyList<string> PathsIn(string cell) => [.. Code().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
