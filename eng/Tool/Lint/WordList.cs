using System.Text.RegularExpressions;

namespace Tool.Lint;

/// <summary>eng/lint/words.txt, which explains its own format.</summary>
internal sealed class WordList
{
    private const string ExceptionMark = "except ";
    private readonly List<WordRule> _rules = [];
    private readonly List<(string File, string Quotation)> _exceptions = [];

    private WordList(IEnumerable<string> lines)
    {
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith(ExceptionMark, StringComparison.Ordinal))
            {
                var (file, quotation) = Split(line[ExceptionMark.Length..], ": ");
                _exceptions.Add((file, quotation));
            }
            else
            {
                var (pattern, better) = Split(line, "=>");
                _rules.Add(new WordRule(pattern, better));
            }
        }
    }

    public static WordList Load() => new(File.ReadLines(Repository.PathOf("eng", "lint", "words.txt")));

    public IEnumerable<Finding> Check(SourceFile file)
    {
        var quotations = _exceptions.Where(exception => exception.File == file.Path).Select(exception => exception.Quotation).ToList();
        foreach (var (index, line) in Prose.Of(file).Index())
        {
            var text = quotations.Aggregate(line, (rest, quotation) => rest.Replace(quotation, "", StringComparison.Ordinal));
            foreach (var rule in _rules)
            {
                foreach (Match match in rule.Words.Matches(text))
                {
                    yield return new Finding(file.Path, index + 1, $"\"{match.Value}\": say {rule.Better}");
                }
            }
        }
    }

    private static (string Left, string Right) Split(string line, string separator)
    {
        var at = line.IndexOf(separator, StringComparison.Ordinal);
        return at > 0
            ? (line[..at].Trim(), line[(at + separator.Length)..].Trim())
            : throw new FormatException($"words.txt: no \"{separator}\" in: {line}");
    }
}
