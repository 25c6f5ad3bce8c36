namespace RocketChat.Emulator.Tests;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("http://0.0.0.0:3000")]
    [InlineData("http://[::]:3000")]
    [InlineData("http://192.0.2.1:3000/chat")]
    public void Warning_AddressThatOtherMachinesReach_SaysThatTheTokenIsPublic(string url)
    {
        var warning = ListenAddress.Warning(new Uri(url));

        Assert.StartsWith(
            $"warning: other machines can reach {new Uri(url).GetLeftPart(UriPartial.Authority)}. The password and the token of the "
            + "default administrator are public.",
            warning,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:3000")]
    [InlineData("http://127.0.0.2:3000")]
    [InlineData("http://[::1]:3000")]
    [InlineData("http://localhost:3000")]
    public void Warning_Loopback_IsNone(string url) => Assert.Null(ListenAddress.Warning(new Uri(url)));
}
