namespace RocketChat.Emulator.Tests;

/// <summary>Differences between versions that no recording shows.</summary>
public sealed class VersionProfileTests
{
    [Theory]
    [InlineData("3.11", "3.11.1")]
    [InlineData("6.5", "6.5")]
    [InlineData("7.10", "7.10")]
    [InlineData("8.8", "8.8")]
    public async Task Info_Anonymous_TellsAsMuchOfTheVersionAsTheServerDoes(string profile, string version)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        Assert.Equal(version, (await emulated.GetAsync("api/info", user: null)).Body["version"]!.ToString());
    }

    [Theory]
    [InlineData("6.5", false)]
    [InlineData("7.10", false)]
    [InlineData("8.8", true)]
    public async Task Me_WithoutLogin_HasSuccessAndErrorOnlyInNewVersions(string profile, bool expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, body) = await emulated.GetAsync("api/v1/me", user: null);

        Assert.Equal(401, status);
        Assert.Equal("You must be logged in to do this.", body["message"]!.ToString());
        Assert.Equal(expected, body.ContainsKey("success") && body.ContainsKey("error"));
    }

    [Theory]
    [InlineData("3.11", 200, "text/html")]
    [InlineData("6.5", 404, "text/html")]
    [InlineData("7.10", 404, "application/json")]
    [InlineData("8.8", 404, "application/json")]
    public async Task UnknownEndpoint_EachVersion_AnswersInItsWay(string profile, int status, string mediaType)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        using var response = await emulated.RawAsync("GET", "api/v1/no.such.thing");

        Assert.Equal((status, mediaType), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("6.5", "error-not-allowed", 400)]
    [InlineData("8.8", null, 403)]
    public async Task GetUsersInRole_WithoutPermission_IsRefusedByHandlerOrRouter(string profile, string? errorType, int status)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (actual, body) = await emulated.GetAsync("api/v1/roles.getUsersInRole?role=owner&roomId=GENERAL", user: "alice");

        Assert.Equal((status, errorType), (actual, body["errorType"]?.ToString()));
    }

    /// <summary>6.5 does not tell it yet; the newer ones tell an empty one before the registration.</summary>
    [Theory]
    [InlineData("3.11", null, null)]
    [InlineData("6.5", null, null)]
    [InlineData("7.10", "", "emulated-workspace")]
    [InlineData("8.8", "", "emulated-workspace")]
    public async Task Info_OfEachVersion_NamesTheCloudWorkspaceOrNot(string profile, string? before, string? after)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var first = (await emulated.GetAsync("api/info", user: null)).Body["cloudWorkspaceId"]?.ToString();
        emulated.Server.Workspace.Register();
        var second = (await emulated.GetAsync("api/info", user: null)).Body["cloudWorkspaceId"]?.ToString();

        Assert.Equal((before, after), (first, second));
    }

    [Fact]
    public async Task GetUsersInRole_UnknownQueryKey_IsRefusedByTheNewest()
    {
        await using var emulated = await Emulated.StartAsync("8.8");

        var (status, body) = await emulated.GetAsync("api/v1/roles.getUsersInRole?role=owner&color=red");

        Assert.Equal((400, "error-invalid-params"), (status, body["errorType"]!.ToString()));
    }

    [Theory]
    [InlineData("7.10", 200, true)]
    [InlineData("8.8", 400, false)]
    public async Task MethodCall_RefusedMethod_IsBadRequestOnlyInNewVersions(string profile, int status, bool success)
    {
        await using var emulated = await Emulated.StartAsync(profile);
        const string call = """{"message":"{\"msg\":\"method\",\"id\":\"1\",\"method\":\"no:such\",\"params\":[]}"}""";

        var (actual, body) = await emulated.PostAsync("api/v1/method.call/no:such", call);

        Assert.Equal((status, success), (actual, body["success"]!.GetValue<bool>()));
        Assert.Contains("'no:such' not found", body["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8", 200)]
    [InlineData("7.10", 404)]
    public async Task BulkSettings_OldAndNew_ExistOnlyInNew(string profile, int expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, _) = await emulated.PostAsync("api/v1/settings", """{"settings":[{"_id":"Push_show_message","value":false}]}""");

        Assert.Equal(expected, status);
    }
}
