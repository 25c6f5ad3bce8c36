using RocketTfProvider.Commands;

namespace RocketTfProvider.Tests.Commands;

/// <summary>The help of each command, and the word about arguments that it does not understand.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("export", "--out")]
    [InlineData("doctor", "--resolver")]
    [InlineData("permissions", "show -json")]
    public async Task Help_WithoutTheRequiredArguments_TeachesWithExamples(string command, string expected)
    {
        await using var run = await CommandRun.StartAsync();

        Assert.Equal(ExitCode.Well, await run.RunAsync(command, "--help"));
        Assert.Contains("Examples:", run.Output, StringComparison.Ordinal);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("permissions")]
    [InlineData("export", "--out", "x", "--wrong")]
    public async Task Arguments_ThatAreMissingOrUnknown_PointToTheHelp(params string[] args)
    {
        await using var run = await CommandRun.StartAsync();

        Assert.Equal(ExitCode.Failed, await run.RunAsync(args));
        Assert.Contains("--help", run.ErrorOutput, StringComparison.Ordinal);
    }
}
