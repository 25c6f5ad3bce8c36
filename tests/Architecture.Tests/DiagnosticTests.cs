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

    [Fact]
    public void Diagnostics_OfTheProvider_NameTheirObjectOrAttribute() => Mistakes.AreNone(
        from diagnostic in Diagnostics()
        where !diagnostic.Call.Contains('`', StringComparison.Ordinal) && !diagnostic.Call.Contains('{', StringComparison.Ordinal)
            && !diagnostic.Call.Contains(".About(", StringComparison.Ordinal) && !Exceptions.ContainsKey(diagnostic.Summary)
        select $"{diagnostic.File}: \"{diagnostic.Summary}\" names neither an object nor an attribute");

    /// <summary>Two subjects with one summary would be folded, and found under the wrong heading of the documentation.</summary>
    [Fact]
    public void Summaries_OfDifferentSubjects_Differ() => Mistakes.AreNone(
        from diagnostic in Diagnostics()
        where !Exceptions.ContainsKey(diagnostic.Summary)
        group diagnostic.File.Split('/')[2] by diagnostic.Summary into subjects
        where subjects.Distinct().Count() > 1
        select $"\"{subjects.Key}\" is a summary of {string.Join(" and ", subjects.Distinct())}");

    [Fact]
    public void Exceptions_AreOfDiagnosticsThatExist() => Mistakes.AreNone(
        Exceptions.Keys.Except(Diagnostics().Select(diagnostic => diagnostic.Summary)).Select(summary => $"no source has \"{summary}\""));

    private static bool HasRemedy(string text) => ValidForm().IsMatch(text) || Sentences().Split(text).Any(sentence =>
        Remedies.Any(word => Regex.IsMatch(sentence, $@"(^|[;:,}}] |\bor |\band ){word}\b", RegexOptions.IgnoreCase)));

    private static IEnumerable<(string File, string Summary, string Text, string Call)> Diagnostics() =>
        from file in SourceTree.SourcesOf(Project)
        let code = SourceTree.Read(file.Path)
        from start in Start().Matches(code).Cast<Match>()
        let call = CallAt(code, start.Index + start.Length - 1)
        let strings = Literal().Matches(call).Select(literal => literal.Groups[1].Value).ToList()
        where strings.Count > 1 && Summary().IsMatch(strings[0])
        select (file.Path, strings[0], string.Concat(strings.Skip(1)), call);

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

    [GeneratedRegex(@"(?:AddError|AddWarning|new DiagnosticException|Diagnostic\.(?:Error|Warning)|Diagnostic \w+\([^)]*\) => new)\(")]
    private static partial Regex Start();

    // An interpolation may hold strings of its own.
    [GeneratedRegex("""
        "((?:\\.|\{(?:[^{}"]|"[^"]*"|\{[^}]*\})*\}|[^"\\\n])*)"
        """)]
    private static partial Regex Literal();

    // A rule that a value breaks is its own remedy.
    [GeneratedRegex(@"\bmust\b|\bcan hold\b|\bsuch as\b|, without |is written without")]
    private static partial Regex ValidForm();

    [GeneratedRegex(@"^[A-Z][^`.]+$")]
    private static partial Regex Summary();

    [GeneratedRegex(@"(?<=[.:])\s+")]
    private static partial Regex Sentences();
}
