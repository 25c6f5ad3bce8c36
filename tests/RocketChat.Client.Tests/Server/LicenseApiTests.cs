using RocketChat.Client.Errors;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Server;

/// <summary>The license, and what the answers of builds and accounts without them mean.</summary>
public sealed class LicenseApiTests
{
    private const string Licenses = "/api/v1/licenses.info";
    private const string Add = "/api/v1/licenses.add";
    private const string Validate = "/api/v1/licenses.validate";
    private const string Text = "RCV3_Marked-0123456789";
    private const string None = """{"license":{"activeModules":[],"hasValidLicense":false},"success":true}""";
    private const string Old = """{"license":{"activeModules":["a"],"hasValidLicense":true,"license":{"information":{"id":"1"}}}}""";
    private const string New = """{"license":{"activeModules":["a"],"hasValidLicense":true,"license":{"information":{"id":"2"}}}}""";

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

    [Fact]
    public async Task GetAsync_OfALicense_ReadsWhatItAllows()
    {
        const string Info = """
            {"license":{"activeModules":["federation"],"hasValidLicense":true,"trial":true,"tags":[{"name":"Premium","color":"#000"}],
            "limits":{"activeUsers":{"max":50}},"license":{"information":{"id":"7"},"validation":{"validPeriods":[
            {"validUntil":"2028-01-31T00:00:00.000Z","invalidBehavior":"disable_modules"},
            {"validUntil":"2030-01-31T00:00:00.000Z","invalidBehavior":"invalidate_license"},
            {"validUntil":"2029-01-31T00:00:00.000Z","invalidBehavior":"invalidate_license"}]}}},"success":true}
            """;
        await using var server = (await StubServer.StartAsync()).On("GET", Licenses, StubAnswer.Json(Info));
        await using var client = TestClient.For(server);

        var license = (await client.License.GetAsync(Token))!;

        Assert.Equal(((bool?)true, "7", (long?)50, true), (license.IsValid, license.Id, license.MaxActiveUsers, license.IsTrial));
        Assert.Equal(new DateTimeOffset(2029, 1, 31, 0, 0, 0, TimeSpan.Zero), license.ValidUntil);
        Assert.Equal("federation Premium", $"{license.Modules.Single()} {license.Tags.Single()}");
    }

    /// <summary>6.5 does not report whether there is a license; an account without rights sees neither it nor limits.</summary>
    [Theory]
    [InlineData("""{"license":{"activeModules":[],"limits":{"activeUsers":{"max":-1}},"license":{}}}""", true)]
    [InlineData("""{"license":{"activeModules":[],"limits":{"activeUsers":{"max":-1}}}}""", false)]
    [InlineData("""{"license":{"activeModules":[],"limits":{}}}""", null)]
    public async Task GetAsync_BeforeTheMember_TellsByTheRest(string body, bool? expected)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Licenses, StubAnswer.Json(body));
        await using var client = TestClient.For(server);

        var license = (await client.License.GetAsync(Token))!;

        Assert.Equal((expected, (long?)null), (license.IsValid, license.MaxActiveUsers));
    }

    [Theory]
    [InlineData(200, """{"success":true}""", true, "")]
    [InlineData(400, """{"success":false,"error":"license-invalid","reasons":[]}""", false, "")]
    [InlineData(
        400, """{"success":false,"error":"license-invalid","reasons":[{"behavior":"invalidate_license","reason":"url"}]}""", false, "url")]
    [InlineData(400, """{"success":false,"error":"Not ready for validation"}""", null, "")]
    [InlineData(403, """{"success":false,"error":"unauthorized"}""", null, "")]
    [InlineData(404, """{"success":false,"error":"Resource not found"}""", null, "")]
    public async Task ValidateAsync_Answer_IsTheVerdictOrNone(int status, string body, bool? isAccepted, string reasons)
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Validate, StubAnswer.Json(body, status));
        await using var client = TestClient.For(server);

        var verdict = await client.License.ValidateAsync(Text, Token);

        Assert.Equal((isAccepted, reasons), (verdict?.IsAccepted, string.Join(',', verdict?.Reasons ?? [])));
    }

    [Theory]
    [InlineData(None, None, "1")]
    [InlineData(Old, Old, "2")]
    public async Task AddAsync_Accepted_WaitsUntilTheNewLicenseIsInEffect(string before, string meanwhile, string expected)
    {
        var after = expected == "1" ? Old : New;
        await using var server = (await StubServer.StartAsync())
            .On("POST", Add, StubAnswer.Json("""{"success":true}"""))
            .On("GET", Licenses, StubAnswer.Json(before), StubAnswer.Json(meanwhile), StubAnswer.Json(after));
        await using var client = TestClient.WithoutWaiting(server, new InstantTimeProvider());

        Assert.Equal(expected, (await client.License.AddAsync(Text, Token)).Id);
        Assert.Equal(1, server.Count("POST", Add));
    }

    [Theory]
    [InlineData(None)]
    [InlineData(Old)]
    public async Task AddAsync_AcceptedWithoutEffect_IsNotConfirmed(string always)
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Add, StubAnswer.Json("""{"success":true}"""))
            .On("GET", Licenses, StubAnswer.Json(always));
        await using var client = TestClient.WithoutWaiting(server, new InstantTimeProvider());

        var failure = await Assert.ThrowsAsync<RocketChatException>(() => client.License.AddAsync(Text, Token));

        Assert.Equal(RocketChatErrorKind.NotConfirmed, failure.Kind);
    }

    [Fact]
    public async Task AddAsync_Refused_RepeatsNothingOfTheLicense()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Add, StubAnswer.Json($$"""{"success":false,"error":"Invalid license {{Text}}"}""", 400))
            .On("GET", Licenses, StubAnswer.Json(None));
        await using var client = TestClient.For(server);

        var failure = await Assert.ThrowsAsync<RocketChatException>(() => client.License.AddAsync(Text, Token));

        Assert.Equal(RocketChatErrorKind.Rejected, failure.Kind);
        Assert.DoesNotContain("Marked", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(None, true)]
    [InlineData(Old, false)]
    public async Task EndsAsync_AfterTheRemoval_TellsWhetherTheServerStillUsesALicense(string last, bool expected)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Licenses, StubAnswer.Json(Old), StubAnswer.Json(last));
        await using var client = TestClient.WithoutWaiting(server, new InstantTimeProvider());

        Assert.Equal(expected, await client.License.EndsAsync(Token));
    }
}
