using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>
/// The catalog of the provider's errors and warnings, read from the sources: each says what is wrong with which object, and how to fix it.
/// </summary>
public sealed partial class DiagnosticTests
{
    private const string Project = "src/RocketTfProvider";

    // The words with which a remedy begins.
    private static readonly string[] Remedies =
    [
        "Add", "Apply", "Change", "Check", "Choose", "Correct", "Create", "Enable", "Fix", "Give", "Grant", "Import", "Increase",
        "Invite", "Keep", "Leave", "Let", "List", "Make", "Name", "Nothing", "Plan", "Publish", "Raise", "Register", "Remove",
        "Restart", "Send", "Set", "Test", "To", "Try", "Unarchive", "Undo", "Update", "Upgrade", "Upload", "Use", "Wait", "Write",
    ];

    private static readonly IReadOnlyDictionary<string, string> Exceptions = SourceTree
        .Read("tests/Architecture.Tests/DiagnosticsWithoutRemedy.txt").Split('\n').Where(line => line.Contains('|'))
        .ToDictionary(line => line.Split('|')[0].Trim(), line => line.Split('|')[1].Trim(), StringComparer.Ordinal);

    [Fact]
    public void Diagnostics_OfTheProvider_EndInARemedy() => Mistakes.AreNone(
        from diagnostic in Diagnostics()
        where !HasRemedy(diagnostic.Text) && !Exceptions.ContainsKey(diagnostic.Summary)
        select $"{diagnostic.File}: \"{diagnostic.Summary}\" has no remedy: {diagnostic.Text}");

    // A pair completes a message of the client, which names the object.
    [Fact]
    public void Diagnostics_OfTheProvider_NameTheirObjectOrAttribute() => Mistakes.AreNone(
        from diagnostic in Diagnostics()
        where !diagnostic.IsPair && !Exceptions.ContainsKey(diagnostic.Summary)
            && diagnostic.Call.IndexOfAny(['`', '{']) < 0 && !diagnostic.Call.Contains(".About(", StringComparison.Ordinal)
        select $"{diagnostic.File}: \"{diagnostic.Summary}\" names neither an object nor an attribute");

    /// <summary>
    /// Two diagnostics with one summary would be folded, and found under the wrong heading of the documentation. A plan and its apply,
    /// which report the same, make it in one place. A failure of the client may come after a plan that reported it.
    /// </summary>
    [Fact]
    public void Summaries_OfTheProvider_AreWrittenOnce() => Mistakes.AreNone(
        from diagnostic in Diagnostics()
        where !diagnostic.IsPair
        group diagnostic.File by diagnostic.Summary into files
        where files.Count() > 1
        select $"\"{files.Key}\" is the summary of several diagnostics: {string.Join(", ", files)}");

    [Fact]
    public void Exceptions_AreOfDiagnosticsThatExist() => Mistakes.AreNone(
        Exceptions.Keys.Except(Diagnostics().Select(diagnostic => diagnostic.Summary)).Select(summary => $"no source has \"{summary}\""));

    private static bool HasRemedy(string text) => ValidForm().IsMatch(text) || Sentences().Split(text).Any(sentence =>
        Remedies.Any(word => Regex.IsMatch(sentence, $@"(^|[;:,}}] |\bor |\band ){word}\b", RegexOptions.IgnoreCase)));

    private static IEnumerable<(string File, string Summary, string Text, string Call, bool IsPair)> Diagnostics()
    {
        var files = SourceTree.SourcesOf(Project).Select(file => (file.Path, Code: SourceTree.Read(file.Path))).ToList();
        var constants = files.SelectMany(file => Constant().Matches(file.Code))
            .ToLookup(constant => constant.Groups[1].Value, constant => constant.Groups[2].Value);
        return
            from file in files
            from start in Start().Matches(file.Code)
            let call = Word().Replace(
                CallAt(file.Code, start.Index + start.Length - 1), name => constants[name.Value].FirstOrDefault() ?? name.Value)
            let strings = Literal().Matches(call).Select(literal => literal.Groups[1].Value).ToList()
            where strings.Count > 0 && Summary().IsMatch(strings[0]) && !call.Contains("ClientFailure.Describe", StringComparison.Ordinal)
            let text = string.Concat(strings.Count > 1 ? strings.Skip(1) : DetailsIn(call, file.Code))
            select (file.Path, strings[0], text, call, start.Value.StartsWith('='));
    }

    // The detail of a diagnostic may be a variable or a method of the same file.
    private static IEnumerable<string> DetailsIn(string call, string code) =>
        from name in Word().Matches(Literal().Replace(call, ""))
        from declaration in Regex.Matches(code, $@"\b{name.Value}\b(?:\([^)]*\))?\s*(?:=>?\s[^;]*;|\{{(?s:.*?)\n    \}})")
        from literal in Literal().Matches(declaration.Value)
        select literal.Groups[1].Value;

    // The text from an opening parenthesis to its closing one, with strings left alone.
    private static string CallAt(string code, int start)
    {
        var depth = 0;
        for (var i = start; i < code.Length; i++)
        {
            if (code[i] == '"' && Literal().Match(code, i) is { Success: true } literal && literal.Index == i)
            {
                i += literal.Length - 1;
            }
            else
            {
                depth += code[i] == '(' ? 1 : code[i] == ')' ? -1 : 0;
                if (depth == 0)
                {
                    return code[start..(i + 1)];
                }
            }
        }

        return code[start..];
    }

    // The failures of the client are pairs of summary and remedy.
    [GeneratedRegex("""
        (?:Add(?:Error|Warning)|new DiagnosticException|Diagnostic(?:\.Error|\.Warning| \w+\([^)]*\) => new)|=>(?=\s*\(\s*"[A-Z]))\s*\(
        """)]
    private static partial Regex Start();

    [GeneratedRegex("""
        const string (\w+) = ("[A-Z][^"]* [^"]*");
        """)]
    private static partial Regex Constant();

    [GeneratedRegex(@"\b[A-Za-z]\w*\b")]
    private static partial Regex Word();

    // An interpolation may hold strings of its own.
    [GeneratedRegex("""
        "((?:\\.|\{(?:[^{}"]|"[^"]*"|\{[^}]*\})*\}|[^"\\\n])*)"
        """)]
    private static partial Regex Literal();

    // A rule that a value breaks is its own remedy.
    [GeneratedRegex(@"\bmust\b|\bcan hold\b|\bsuch as\b|, without |is written without")]
    private static partial Regex ValidForm();

    [GeneratedRegex("^[A-Z][^`]*[^`.]$")]
    private static partial Regex Summary();

    [GeneratedRegex(@"(?<=[.:])\s+")]
    private static partial Regex Sentences();
}
