namespace RocketTfProvider.Tests.Commands;

/// <summary>A terminal shows the part that is being checked, and findings in color; a file and another program get neither.</summary>
public sealed class TerminalTests
{
    [Theory]
    [InlineData(true, "", true, true)]
    [InlineData(true, "--quiet", false, true)]
    [InlineData(false, "", false, false)]
    public async Task Output_OnATerminal_HasProgressAndColors(bool isTerminal, string option, bool hasProgress, bool hasColors)
    {
        await using var run = await CommandRun.StartAsync();
        run.IsTerminal = isTerminal;

        await run.RunAsync(["doctor", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(hasProgress, run.ErrorOutput.Contains("registration", StringComparison.Ordinal));
        Assert.Equal(hasColors, run.Output.Contains("\e[1;31mError:\e[0m gateway_without_registration", StringComparison.Ordinal));
        Assert.Equal(hasColors, run.Output.Contains('\e', StringComparison.Ordinal));
    }
}
