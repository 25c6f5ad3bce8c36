using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>The arrows of the picture in ARCHITECTURE.md, between the provider's rooms and from the provider to other projects.</summary>
internal static partial class RoomPicture
{
    public static IReadOnlyList<string> Read()
    {
        var text = SourceTree.Read("ARCHITECTURE.md").ReplaceLineEndings("\n");
        var start = text.IndexOf("```mermaid", StringComparison.Ordinal);
        var picture = text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)];
        return
        [
            .. from line in Arrow().Matches(picture)
               from target in line.Groups["to"].Value.Split('&', StringSplitOptions.TrimEntries)
               select $"{line.Groups["from"].Value} --> {NameOf(target)}",
        ];
    }

    // A node with a label of its own is a project, except the nested folder.
    private static string NameOf(string node) =>
        Label().Match(node) is { Success: true } label && !label.Groups[1].Value.Contains('/', StringComparison.Ordinal)
            ? label.Groups[1].Value
            : node.Split('[')[0];

    // Arrows with a text lead out of the house.
    [GeneratedRegex(@"^ *(?<from>\w+) --> (?<to>.+)$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex("\\[\"([^\"]+)\"\\]")]
    private static partial Regex Label();
}
