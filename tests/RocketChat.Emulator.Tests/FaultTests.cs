using RocketChat.Emulator.Faults;

namespace RocketChat.Emulator.Tests;

public sealed class FaultTests
{
    private const string AddOwner = """{"roomId":"GENERAL","userId":"aliceAliceAlice01"}""";

    [Fact]
    public async Task Status_CountTwo_HitsTwoFittingRequestsOnly()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 503, Path = "/api/v1/users.*", Method = "get", Count = 2 });

        var other = (await emulated.GetAsync("api/v1/me")).Status;
        var statuses = new[]
        {
            (await emulated.GetAsync("api/v1/users.info?username=bob")).Status,
            (await emulated.GetAsync("api/v1/users.info?username=bob")).Status,
            (await emulated.GetAsync("api/v1/users.info?username=bob")).Status,
        };

        Assert.Equal(200, other);
        Assert.Equal([503, 503, 200], statuses);
        Assert.Empty(emulated.Server.Faults.Current);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Drop_BeforeOrAfterTheEffect_ClosesTheConnection(bool afterEffect)
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.Drop, AfterEffect = afterEffect, Count = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => emulated.PostAsync("api/v1/channels.addOwner", AddOwner));

        Assert.Equal(afterEffect, emulated.Server.Workspace.OwnersOf("general").Contains("alice"));
        Assert.Equal(0, Assert.Single(emulated.Server.Requests).Status);
    }

    [Fact]
    public async Task HalfBody_Answer_EndsInTheMiddle()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.HalfBody, Count = 1 });

        await Assert.ThrowsAnyAsync<Exception>(() => emulated.GetAsync("api/v1/me"));
    }

    [Fact]
    public async Task ProxyPage_AndWrongContentType_AreHtml()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.ProxyPage, Count = 1 });
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.WrongContentType, Count = 1 });

        using var page = await emulated.RawAsync("GET", "api/v1/me");
        using var lie = await emulated.RawAsync("GET", "api/v1/me");

        Assert.Equal((502, "text/html"), ((int)page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Equal((200, "text/html"), ((int)lie.StatusCode, lie.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task ClockSkew_Answer_IsDatedOtherwise()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.ClockSkew, Milliseconds = -86_400_000 });

        using var response = await emulated.RawAsync("GET", "api/v1/me");

        Assert.True(response.Headers.Date < DateTimeOffset.UtcNow.AddHours(-23));
    }

    [Fact]
    public async Task Drip_Answer_ComesWholeInTheEnd()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.Drip, Path = "/api/info" });

        var (status, body) = await emulated.GetAsync("api/info", user: null);

        Assert.Equal((200, "8.8"), (status, body["version"]!.ToString()));
    }

    [Fact]
    public async Task ControlPanel_FaultAsJson_IsListedAndTakenAway()
    {
        await using var emulated = await Emulated.StartAsync();

        var (posted, _) = await emulated.PostAsync(
            "_emulator/faults", """{"kind":"proxy-page","path":"/api/*","count":3,"headers":{"Retry-After":"7"}}""", user: null);
        using var faulty = await emulated.RawAsync("GET", "api/info");
        var left = emulated.Server.Faults.Current.Single().Count;
        var (cleared, _) = await emulated.SendAsync("DELETE", "_emulator/faults", null, user: null);

        Assert.Equal((200, 200, 2), (posted, cleared, left));
        Assert.Equal(TimeSpan.FromSeconds(7), faulty.Headers.RetryAfter!.Delta);
        Assert.Empty(emulated.Server.Faults.Current);
    }

    [Fact]
    public async Task ControlPanel_NonsenseFault_IsRefused()
    {
        await using var emulated = await Emulated.StartAsync();

        Assert.Equal(400, (await emulated.PostAsync("_emulator/faults", """{"kind":"earthquake"}""", user: null)).Status);
    }
}
