using RocketChat.Client.Errors;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Server;

/// <summary>The modules of the license, and what the answers of builds and accounts without them mean.</summary>
public sealed class LicenseApiTests
{
    private const string Licenses = "/api/v1/licenses.info";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, """{"license":{"activeModules":["federation","push-privacy"]},"success":true}""", true)]
    [InlineData(200, """{"data":{"activeModules":["federation"]},"success":true}""", true)]
    [InlineData(200, """{"license":{"activeModules":["push-privacy"]},"success":true}""", false)]
    [InlineData(200, """{"license":{"activeModules":[]},"success":true}""", false)]
    [InlineData(200, """{"license":{},"success":true}""", null)]
    [InlineData(404, """{"success":false,"error":"Resource not found"}""", false)]
    [InlineData(403, """{"success":false,"error":"unauthorized"}""", null)]
    [InlineData(400, """{"success":false,"error":"Something"}""", null)]
    public async Task HasModuleAsync_Answer_WhetherTheModuleIsThereOrUnknown(int status, string body, bool? expected)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Licenses, StubAnswer.Json(body, status));
        await using var client = TestClient.For(server);

        Assert.Equal(expected, await client.License.HasModuleAsync("federation", Token));
    }

    [Fact]
    public async Task HasModuleAsync_BrokenServer_IsThrown()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Licenses, StubAnswer.Html("<title>502</title>", 502));
        await using var client = TestClient.For(server);

        await Assert.ThrowsAsync<RocketChatException>(() => client.License.HasModuleAsync("federation", Token));
    }
}
