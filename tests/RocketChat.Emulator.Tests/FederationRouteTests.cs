using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Tests;

/// <summary>Answers to other servers about federation, in each of its eras.</summary>
public sealed class FederationRouteTests
{
    private const string WellKnown = ".well-known/matrix/server";

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    public async Task WellKnown_BeforeItWasServed_IsTheWebClient(string profile)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        using var answer = await emulated.RawAsync("GET", WellKnown, user: null);

        Assert.Equal((200, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData(true, true, "https://matrix.example.org", 200, "matrix.example.org:443")]
    [InlineData(true, true, "http://matrix.example.org:8008", 200, "matrix.example.org:8008")]
    [InlineData(true, false, "https://matrix.example.org", 404, null)]
    [InlineData(false, true, "https://matrix.example.org", 404, null)]
    public async Task WellKnown_OfTheBridge_LeadsToTheHomeserver(bool enabled, bool served, string homeserver, int expected, string? server)
    {
        await using var emulated = await Emulated.StartAsync("7.10");
        var workspace = emulated.Server.Workspace;
        workspace.SetSetting("Federation_Matrix_enabled", enabled);
        workspace.SetSetting("Federation_Matrix_serve_well_known", served);
        workspace.SetSetting("Federation_Matrix_homeserver_url", homeserver);

        var (status, body) = await emulated.GetAsync(WellKnown, user: null);

        Assert.Equal((expected, server), (status, body["m.server"]?.ToString()));
    }

    [Theory]
    [InlineData("3.11", true, "chat.example.org", 200, "{}")]
    [InlineData("3.11", true, "other.example.org", 200, "{}")]
    [InlineData("3.11", false, "chat.example.org", 200, "{}")]
    [InlineData("6.5", true, "chat.example.org", 200, """{"success":true}""")]
    [InlineData("6.5", true, "other.example.org", 400, """{"success":false,"error":"Could not decrypt payload"}""")]
    [InlineData("7.10", false, "chat.example.org", 400, """{"success":false,"error":"Federation not enabled"}""")]
    public async Task Dispatch_Ping_IsAnsweredAsTheVersionDoes(string profile, bool enabled, string domain, int expected, string answer)
    {
        await using var emulated = await Emulated.StartAsync(profile);
        emulated.Server.Workspace.SetSetting("FEDERATION_Enabled", enabled);
        emulated.Server.Workspace.SetSetting("FEDERATION_Domain", "@chat.example.org");

        var (status, body) = await emulated.PostAsync(
            "api/v1/federation.events.dispatch", """{"events":[{"type":"ping"}]}""", null, ("x-federation-domain", domain));

        Assert.Equal((expected, answer), (status, body.ToJsonString()));
    }

    /// <summary>With the scheme, as the source has it, though no homeserver is called so.</summary>
    [Theory]
    [InlineData("6.5", false)]
    [InlineData("7.10", true)]
    [InlineData("8.8", true)]
    public async Task BridgeSettings_FreshServer_NameTheHomeserverAsTheVersionDoes(string profile, bool named)
    {
        await using var emulated = await Emulated.StartAsync(profile);
        var workspace = emulated.Server.Workspace;

        Assert.Equal(
            named ? emulated.Server.Url.ToString().TrimEnd('/') : "local.rocket.chat",
            workspace.GetSetting("Federation_Matrix_homeserver_domain")!.ToString());
        Assert.Equal(
            named ? "http://localhost:3300" : "http://host.docker.internal:3300",
            workspace.GetSetting("Federation_Matrix_bridge_url")!.ToString());
        Assert.DoesNotContain("Federation_Matrix_homeserver_domain", workspace.ToSeed().Settings.Keys);
    }

    [Theory]
    [InlineData("Invalid", 400, "error-invalid-configuration")]
    [InlineData("Valid", 200, null)]
    public async Task BridgeTestButton_Pressed_TellsTheStatus(string state, int expected, string? code)
    {
        await using var emulated = await Emulated.StartAsync("7.10");
        emulated.Server.Workspace.SetSetting("Federation_Matrix_configuration_status", state);

        var (status, body) = await emulated.PostAsync(
            "api/v1/settings/Federation_Matrix_check_configuration_button", """{"execute":true}""");

        Assert.Equal((expected, code), (status, body["errorType"]?.ToString()));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Native_WithoutLicenseOrSwitch_IsForbiddenEverywhere(bool license, bool enabled)
    {
        await using var emulated = await StartNativeAsync(license, enabled);

        foreach (var path in (string[])[WellKnown, "_matrix/federation/v1/version", "_matrix/key/v2/server"])
        {
            var (status, body) = await emulated.GetAsync(path, user: null);
            Assert.Equal((path, 403, "Federation is not enabled"), (path, status, body["error"]?.ToString()));
        }
    }

    [Fact]
    public async Task Native_SwitchedOn_TellsServerVersionAndKeys()
    {
        await using var emulated = await StartNativeAsync(license: true, enabled: true);

        var (_, wellKnown) = await emulated.GetAsync(WellKnown, user: null);
        var (_, version) = await emulated.GetAsync("_matrix/federation/v1/version", user: null);
        var (_, keys) = await emulated.GetAsync("_matrix/key/v2/server", user: null);
        emulated.Server.Workspace.SetSetting("Federation_Service_Matrix_Signing_Key", "another");
        var (_, changed) = await emulated.GetAsync("_matrix/key/v2/server", user: null);

        Assert.Equal("chat.example.org:443", wellKnown["m.server"]!.ToString());
        Assert.Equal(("Rocket.Chat", "8.8"), (version["server"]!["name"]!.ToString(), version["server"]!["version"]!.ToString()));
        Assert.Equal(["old_verify_keys", "server_name", "signatures", "valid_until_ts", "verify_keys"], keys.Select(key => key.Key));
        Assert.Equal("chat.example.org", keys["server_name"]!.ToString());
        Assert.Equal(32, Convert.FromBase64String(Key(keys) + "=").Length);
        Assert.True(keys["signatures"]!["chat.example.org"]!.AsObject().ContainsKey("ed25519:0"));
        Assert.NotEqual(Key(keys), Key(changed));

        static string Key(JsonObject document) => document["verify_keys"]!["ed25519:0"]!["key"]!.ToString();
    }

    [Theory]
    [InlineData("3.11", 200)]
    [InlineData("6.5", 400)]
    [InlineData("8.8", 404)]
    public async Task Dispatch_NotEnabled_IsMuteRefusedOrGone(string profile, int expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, body) = await emulated.PostAsync("api/v1/federation.events.dispatch", """{"events":[{"type":"ping"}]}""", user: null);

        Assert.Equal(
            (expected, expected == 400 ? "Federation not enabled" : null),
            (status, body["error"]?.ToString()));
    }

    private static async Task<Emulated> StartNativeAsync(bool license, bool enabled)
    {
        var emulated = await Emulated.StartAsync("8.8");
        emulated.Server.Workspace.HasLicense = license;
        emulated.Server.Workspace.SetSetting("Federation_Service_Domain", "chat.example.org");
        emulated.Server.Workspace.SetSetting("Federation_Service_Enabled", enabled);
        return emulated;
    }
}
