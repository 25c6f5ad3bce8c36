namespace Tool.Testing;

internal enum TestOutcome
{
    Passed,
    Failed,
    Skipped,
}
