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

    // Lines of the list that count only where the plan replaces an object, or does not know which object it is about.
    private const string OfReplacement = "replacement: ";
    private const string OfUnknown = "unknown: ";

    private static readonly Lazy<ILookup<string, Regex>> ApplyOnly = new(() =>
        File.ReadLines(Repository.PathOf("tests", "Acceptance", "ApplyOnly.txt")).Where(line => line.Contains('|')).ToLookup(
            ConditionOf, line => PatternOf(line[ConditionOf(line).Length..])));

    /// <summary>Checks an apply whose plan was confirmed at the prompt; without a prompt nothing was applied.</summary>
    public static CommandResult ExpectAllIn(CommandResult apply)
    {
        var prompt = apply.Output.IndexOf(Prompt, StringComparison.Ordinal);
        return prompt < 0
            ? apply
            : Expect(apply, apply.Output[..prompt], SummariesIn(apply.Output[prompt..] + "\n" + apply.ErrorOutput));
    }

    /// <summary>Checks the apply of a saved plan.</summary>
    public static CommandResult ExpectAllIn(CommandResult apply, CommandResult plan) =>
        Expect(apply, plan.Output + "\n" + plan.ErrorOutput, SummariesIn(apply.Output + "\n" + apply.ErrorOutput));

    private static CommandResult Expect(CommandResult apply, string plan, IEnumerable<string> applied)
    {
        List<Regex> patterns =
        [
            .. ApplyOnly.Value[""],
            .. Replacing().IsMatch(plan) ? ApplyOnly.Value[OfReplacement] : [],
            .. UnknownKey().IsMatch(plan) ? ApplyOnly.Value[OfUnknown] : [],
        ];
        string[] surprises = [.. applied.Except(SummariesIn(plan)).Where(summary => !patterns.Exists(pattern => pattern.IsMatch(summary)))];
        return apply.Expect(
            surprises.Length == 0,
            $"to report nothing that its plan did not report, but there is: {string.Join("; ", surprises)} (see ApplyOnly.txt)");
    }

    private static string[] SummariesIn(string output) =>
        [.. Summary().Matches(output).Select(match => match.Groups["summary"].Value.Trim()).Distinct()];

    private static string ConditionOf(string line) =>
        Array.Find([OfReplacement, OfUnknown], condition => line.StartsWith(condition, StringComparison.Ordinal)) ?? "";

    // The names of objects are left out of the list, and stand for any.
    private static Regex PatternOf(string line) =>
        new($"^{Regex.Escape(line.Split('|')[0].Trim()).Replace("…", ".+", StringComparison.Ordinal)}(: \".*)?$");

    [GeneratedRegex("must be replaced|will be replaced|(is|are) tainted, so")]
    private static partial Regex Replacing();

    [GeneratedRegex(@"\b(room_id|room_name|user_id|user_ids|username|setting_id|domain|target)\s+= .*\(known after apply\)")]
    private static partial Regex UnknownKey();

    [GeneratedRegex(@"^[│╷\s]*(Warning|Error): (?<summary>.+)$", RegexOptions.Multiline)]
    private static partial Regex Summary();
}
