using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData(nameof(RunMode.Plugin))]
    [InlineData(nameof(RunMode.Debug), "-debug")]
    [InlineData(nameof(RunMode.Debug), "--debug")]
    [InlineData(nameof(RunMode.Version), "--version")]
    [InlineData(nameof(RunMode.Version), "-version")]
    [InlineData(nameof(RunMode.Help), "--help")]
    [InlineData(nameof(RunMode.Help), "-h")]
    [InlineData(nameof(RunMode.Unknown), "debug")]
    [InlineData(nameof(RunMode.Unknown), "")]
    [InlineData(nameof(RunMode.Unknown), "-debug", "-version")]
    public void Parse_Arguments_GivesMode(string mode, params string[] args) =>
        Assert.Equal(mode, CommandLine.Parse(args).ToString());
}
