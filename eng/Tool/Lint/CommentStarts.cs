using System.Text.RegularExpressions;

namespace Tool.Lint;

/// <summary>Comments whose first word is no noun: who, what, which, that, one, it. A reader does not know yet to what they refer.</summary>
internal static partial class CommentStarts
{
    private const string NoNoun = @"(Who|Whoever|What|Whatever|Which|That|One|It)\b";

    public static IEnumerable<Finding> Check(SourceFile file)
    {
        if (!file.IsCSharp)
        {
            yield break;
        }

        var before = "";
        foreach (var (index, line) in file.Lines.Index())
        {
            var start = Tagged().Match(line) is { Success: true } tagged ? tagged
                : OpenTag().IsMatch(before) || !AnyComment().IsMatch(before) ? Plain().Match(line)
                : Match.Empty;
            if (start.Success)
            {
                yield return new Finding(file.Path, index + 1, $"the comment begins with \"{start.Groups[1].Value}\": begin with a noun");
            }

            before = line;
        }
    }

    [GeneratedRegex(@"^\s*/// ?<(?:summary|remarks|returns|param|typeparam|exception)\b[^>]*>\s*" + NoNoun)]
    private static partial Regex Tagged();

    [GeneratedRegex(@"^\s*/// ?<(?:summary|remarks|returns)>\s*$")]
    private static partial Regex OpenTag();

    [GeneratedRegex(@"^\s*//")]
    private static partial Regex AnyComment();

    [GeneratedRegex(@"^\s*///? ?" + NoNoun)]
    private static partial Regex Plain();
}
