using System.Text.RegularExpressions;

namespace Acceptance.Running;

/// <summary>
/// A plan tells the whole truth: an apply reports nothing that its plan did not report, except what only the apply can know. The file
/// <c>ApplyOnly.txt</c> lists those diagnostics, each with its reason.
/// </summary>
internal static partial class PlannedDiagnostics
{
    // A CLI shows the warnings of the plan before it asks whether to apply it.
    private const string Prompt = "Enter a value:";

    private static readonly Lazy<IReadOnlyList<Regex>> ApplyOnly = new(() =>
        [.. File.ReadLines(Repository.PathOf("tests", "Acceptance", "ApplyOnly.txt")).Where(line => line.Contains('|')).Select(PatternOf)]);

    /// <summary>Checks an apply whose plan was confirmed at the prompt; without a prompt nothing was applied.</summary>
    public static CommandResult ExpectAllIn(CommandResult apply)
    {
        var prompt = apply.Output.IndexOf(Prompt, StringComparison.Ordinal);
        return prompt < 0
            ? apply
            : Expect(apply, SummariesIn(apply.Output[..prompt]), SummariesIn(apply.Output[prompt..] + "\n" + apply.ErrorOutput));
    }

    /// <summary>Checks the apply of a saved plan.</summary>
    public static CommandResult ExpectAllIn(CommandResult apply, CommandResult plan) =>
        Expect(apply, SummariesOf(plan), SummariesOf(apply));

    private static CommandResult Expect(CommandResult apply, IEnumerable<string> planned, IEnumerable<string> applied)
    {
        string[] surprises = [.. applied.Except(planned).Where(summary => !ApplyOnly.Value.Any(pattern => pattern.IsMatch(summary)))];
        return apply.Expect(
            surprises.Length == 0,
            $"to report nothing that its plan did not report, but there is: {string.Join("; ", surprises)} (see ApplyOnly.txt)");
    }

    private static string[] SummariesOf(CommandResult result) => SummariesIn(result.Output + "\n" + result.ErrorOutput);

    private static string[] SummariesIn(string output) =>
        [.. Summary().Matches(output).Select(match => match.Groups["summary"].Value.Trim()).Distinct()];

    // The names of objects are left out of the list, and stand for any.
    private static Regex PatternOf(string line) =>
        new($"^{Regex.Escape(line.Split('|')[0].Trim()).Replace("…", ".+", StringComparison.Ordinal)}(: \".*)?$");

    [GeneratedRegex(@"^[│╷\s]*(Warning|Error): (?<summary>.+)$", RegexOptions.Multiline)]
    private static partial Regex Summary();
}
