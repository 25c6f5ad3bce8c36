using System.Text.RegularExpressions;

namespace Tool.Lint;

/// <summary>The lines of a file without quotations: code blocks, block quotes, words between backticks or in a code element.</summary>
internal static partial class Prose
{
    private const string Fence = "```";

    public static IEnumerable<string> Of(SourceFile file)
    {
        if (IsFrench(file.Path))
        {
            yield break;
        }

        var isCode = false;
        foreach (var line in file.Lines)
        {
            if (!file.IsCSharp && line.TrimStart().StartsWith(Fence, StringComparison.Ordinal))
            {
                isCode = !isCode;
            }

            yield return isCode || line.StartsWith('>') ? "" : Quotation().Replace(line, "");
        }
    }

    private static bool IsFrench(string path) => path.Contains("-fr.md", StringComparison.Ordinal);

    [GeneratedRegex("`[^`]*`|<c>.*?</c>")]
    private static partial Regex Quotation();
}
