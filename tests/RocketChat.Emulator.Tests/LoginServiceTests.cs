using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests;

/// <summary>OAuth services, registration by users themselves, and the rest that a fresh workspace is asked for.</summary>
public sealed class LoginServiceTests
{
    /// <summary>Rocket.Chat #42477: a service of one's own needs a license since 9.0.</summary>
    [Theory]
    [InlineData("8.8", false, true)]
    [InlineData("9.0", false, false)]
    [InlineData("9.0", true, true)]
    public async Task CustomOAuth_AddedAndEnabled_CountsWithALicenseOnly(string profile, bool license, bool counts)
    {
        await using var emulated = await Emulated.StartAsync(
            new EmulatorOptions { VersionProfile = profile, Seed = DefaultSeed.Workspace with { License = license } });

        var (added, _) = await emulated.PostAsync("api/v1/settings.addCustomOAuth", """{"name":"keycloak"}""");
        var (enabled, _) = await emulated.PostAsync("api/v1/settings/Accounts_OAuth_Custom-Keycloak", """{"value":true}""");
        var (_, alone) = await emulated.GetAsync("api/v1/settings/Accounts_OAuth_Custom-Keycloak");
        var (_, services) = await emulated.GetAsync("api/v1/settings.oauth", user: null);

        Assert.Equal((200, 200, "true"), (added, enabled, $"{alone["value"]}"));
        Assert.Equal(counts, services["services"]!.AsArray().Any(service => $"{service!["name"]}" == "keycloak"));
    }

    [Fact]
    public async Task Register_WhereRegistrationIsPublic_MakesAUser()
    {
        await using var emulated = await Emulated.StartAsync();
        const string body = """{"username":"eve","email":"eve@example.com","pass":"pw","name":"Eve"}""";

        var (status, _) = await emulated.PostAsync("api/v1/users.register", body, user: null);
        emulated.Server.Workspace.SetSetting("Accounts_RegistrationForm", "Disabled");
        var (refused, _) = await emulated.PostAsync(
            "api/v1/users.register", body.Replace("eve", "eva", StringComparison.Ordinal), user: null);

        Assert.Equal((200, 400), (status, refused));
        Assert.NotNull(emulated.Server.Workspace.FindUser("eve"));
    }

    [Theory]
    [InlineData("statistics", "admin", 200)]
    [InlineData("statistics", "alice", 403)]
    [InlineData("instances.get", "admin", 200)]
    [InlineData("service.configurations", "alice", 200)]
    [InlineData("push.get?id=x", "alice", 400)]
    [InlineData("users.autocomplete?selector=%7B%22term%22%3A%22bo%22%7D", "alice", 200)]
    [InlineData("users.listByStatus?status=active&count=1", "admin", 200)]
    [InlineData("users.listByStatus?status=gone", "admin", 400)]
    [InlineData("cloud.confirmationPoll?deviceCode=x", "admin", 200)]
    public async Task Route_OfAFreshWorkspace_Answers(string route, string user, int expected)
    {
        await using var emulated = await Emulated.StartAsync();

        Assert.Equal(expected, (await emulated.GetAsync("api/v1/" + route, user)).Status);
    }

    [Fact]
    public async Task AccessToken_Regenerated_IsAnother()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, body) = await emulated.PostAsync("api/v1/users.regeneratePersonalAccessToken", """{"tokenName":"terraform"}""");

        Assert.Equal(200, status);
        Assert.NotEqual(DefaultSeed.AdminToken, $"{body["token"]}");
    }

    [Fact]
    public async Task Workspace_MadeNew_ForgetsTheCloud()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Workspace.Register();

        await emulated.PostAsync("api/v1/fingerprint", """{"setDeploymentAs":"new-workspace"}""");

        Assert.False(emulated.Server.Workspace.IsRegistered);
    }
}
