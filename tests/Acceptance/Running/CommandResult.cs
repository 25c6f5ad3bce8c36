using System.Text.RegularExpressions;

namespace Acceptance.Running;

/// <summary>The result of a CLI: its exit code and everything it printed. A broken expectation shows all of it.</summary>
internal sealed partial record CommandResult(string Command, int ExitCode, string Output, string ErrorOutput)
{
    /// <summary>All output as running text: without the frame around diagnostics and without line breaks.</summary>
    public string Text { get; } = Whitespace().Replace(Output + "\n" + ErrorOutput, " ");

    public CommandResult Succeeds() => Expect(ExitCode == 0, "to succeed");

    public CommandResult Fails() => Expect(ExitCode == 1, "to fail with exit code 1");

    /// <summary>For a plan: it ran and there is nothing to do.</summary>
    public CommandResult HasNoChanges() => Expect(ExitCode == 0, "to show no changes");

    /// <summary>For a plan: it ran and there is something to do.</summary>
    public CommandResult HasChanges() => Expect(ExitCode == 2, "to show changes");

    public CommandResult Says(string phrase) =>
        Expect(Text.Contains(phrase, StringComparison.Ordinal), $"to say \"{phrase}\"");

    public CommandResult DoesNotSay(string phrase) =>
        Expect(!Text.Contains(phrase, StringComparison.Ordinal), $"not to say \"{phrase}\"");

    /// <summary>Exactly one diagnostic of this severity, "Error" or "Warning".</summary>
    public CommandResult HasOne(string severity) =>
        Expect(Regex.Count(Output + "\n" + ErrorOutput, $@"^[│\s]*{severity}: ", RegexOptions.Multiline) == 1, $"to have one {severity}");

    public CommandResult Expect(bool condition, string expectation)
    {
        Assert.True(condition,
            $"Expected `{Command}` {expectation}.\nexit code {ExitCode}\n--- stdout\n{Output}\n--- stderr\n{ErrorOutput}");
        return this;
    }

    [GeneratedRegex(@"[\s│╷╵]+")]
    private static partial Regex Whitespace();
}
