using System.Text.RegularExpressions;

namespace Tool.Docs;

/// <summary>
/// The part of tfplugindocs' template language that our pages need: <c>{{ .Field | function "argument" }}</c>, and comments.
/// </summary>
internal static partial class Template
{
    /// <exception cref="FormatException">The template names a field or function that does not exist.</exception>
    public static string Fill(string template, IReadOnlyDictionary<string, string> fields) =>
        Expression().Replace(
            Comment().Replace(template, ""),
            match => match.Groups[1].Value.Split('|').Aggregate("", (piped, stage) => Evaluate(stage, piped, fields)));

    private static string Evaluate(string stage, string piped, IReadOnlyDictionary<string, string> fields)
    {
        var terms = Term().Matches(stage).Select(match => match.Value).ToList();
        return terms is [['"' or '.', ..] operand]
            ? Operand(operand, fields)
            : Call(terms[0], [.. terms.Skip(1).Select(term => Operand(term, fields)), piped]);
    }

    private static string Operand(string term, IReadOnlyDictionary<string, string> fields)
    {
        if (term[0] == '"')
        {
            return term[1..^1];
        }

        return fields.TryGetValue(term[1..], out var value) ? value : throw new FormatException($"there is no {term}");
    }

    // The piped value is the last argument; with none of its own, a function's first argument is that value.
    private static string Call(string function, IReadOnlyList<string> arguments) => function switch
    {
        "tffile" => CodeFile("terraform", arguments[0]),
        "codefile" => CodeFile(arguments[0], arguments[1]),
        "trimspace" => arguments[0].Trim(),
        "plainmarkdown" => Link().Replace(Emphasis().Replace(arguments[0], ""), "$1"),
        "prefixlines" => string.Join('\n', arguments[1].Split('\n').Select(line => arguments[0] + line)),
        _ => throw new FormatException($"there is no {function}"),
    };

    private static string CodeFile(string language, string path) =>
        $"```{language}\n{File.ReadAllText(Repository.PathOf(path)).Trim()}\n```";

    [GeneratedRegex(@"\{\{/\*.*?\*/\}\}")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{\{-?\s*(.*?)\s*-?\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Term();

    [GeneratedRegex(@"`|\*\*")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();
}
