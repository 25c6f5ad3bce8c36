using TerraformPlugin.Rpc;

namespace TerraformPlugin.Tests.Rpc;

public sealed class RpcTimeoutTests
{
    [Theory]
    [InlineData("2H", "02:00:00")]
    [InlineData("3M", "00:03:00")]
    [InlineData("4S", "00:00:04")]
    [InlineData("5m", "00:00:00.005")]
    [InlineData("60u", "00:00:00.00006")]
    [InlineData("700n", "00:00:00.0000007")]
    [InlineData("0S", "00:00:00")]
    [InlineData("99999999S", "49.00:00:00")]
    public void Parse_NumberAndUnit_IsATime(string text, string expected) =>
        Assert.Equal(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), RpcTimeout.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("5")]
    [InlineData("5s")]
    [InlineData("-5S")]
    [InlineData("1.5S")]
    [InlineData(" 5S")]
    [InlineData("123456789S")]
    public void Parse_AnythingElse_IsNoTime(string text) => Assert.Null(RpcTimeout.Parse(text));
}
