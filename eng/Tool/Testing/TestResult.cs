namespace Tool.Testing;

/// <summary>The outcome of a test.</summary>
/// <param name="Project">The test project.</param>
/// <param name="Name">The test with its arguments.</param>
/// <param name="Outcome">Passed, failed or skipped.</param>
/// <param name="Reason">Why it failed or was skipped.</param>
/// <param name="Stack">Where it failed.</param>
internal sealed record TestResult(string Project, string Name, TestOutcome Outcome, string Reason, string Stack);
