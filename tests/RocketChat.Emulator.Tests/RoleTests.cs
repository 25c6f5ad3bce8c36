using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests;

/// <summary>Roles of one's own, and what roles may do: a least-privilege setup needs both.</summary>
public sealed class RoleTests
{
    private const string Creation = """{"name":"deployer","description":"Deploys","scope":"Users"}""";

    [Theory]
    [InlineData("3.11", false, 200)]
    [InlineData("6.5", false, 400)]
    [InlineData("6.5", true, 200)]
    [InlineData("9.0", false, 400)]
    [InlineData("9.0", true, 200)]
    public async Task Create_WithAndWithoutLicense_NeedsOneSinceRolesArePremium(string profile, bool license, int expected)
    {
        await using var emulated = await StartAsync(profile, license);

        var (status, body) = await emulated.PostAsync("api/v1/roles.create", Creation);

        Assert.Equal((expected, expected == 200 ? null : "error-action-not-allowed"), (status, body["errorType"]?.ToString()));
    }

    [Fact]
    public async Task Role_MadeGrantedGivenAndRemoved_LivesAsOnARealServer()
    {
        await using var emulated = await StartAsync("9.0", license: true);
        var (_, made) = await emulated.PostAsync("api/v1/roles.create", Creation);
        var role = made["role"]!["_id"]!.ToString();

        var (refused, _) = await emulated.GetAsync("api/v1/settings/Site_Name", user: "alice");
        await emulated.PostAsync(
            "api/v1/permissions.update", $$"""{"permissions":[{"_id":"view-privileged-setting","roles":["admin","{{role}}"]}]}""");
        await emulated.PostAsync("api/v1/roles.addUserToRole", $$"""{"roleId":"{{role}}","username":"alice"}""");
        var (allowed, _) = await emulated.GetAsync("api/v1/settings/Site_Name", user: "alice");
        var (inUse, reason) = await emulated.PostAsync("api/v1/roles.delete", $$"""{"roleId":"{{role}}"}""");
        await emulated.PostAsync("api/v1/roles.removeUserFromRole", $$"""{"roleId":"{{role}}","username":"alice"}""");
        var (gone, _) = await emulated.PostAsync("api/v1/roles.delete", $$"""{"roleId":"{{role}}"}""");

        Assert.Equal((403, 200, 400, 200), (refused, allowed, inUse, gone));
        Assert.Equal("error-role-in-use", reason["errorType"]?.ToString());
        Assert.False(made["role"]!["protected"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("roles.create", """{"description":"no name"}""", "error-invalid-role-properties")]
    [InlineData("roles.create", """{"name":"x","scope":"Rooms"}""", "error-invalid-role-properties")]
    [InlineData("roles.create", """{"name":"admin"}""", "error-duplicate-role-names-not-allowed")]
    [InlineData("roles.update", """{"roleId":"owner","name":"boss","scope":"Subscriptions"}""", "error-role-protected")]
    [InlineData("roles.update", """{"roleId":"nosuch","name":"x"}""", "error-invalid-roleId")]
    [InlineData("roles.delete", """{"roleId":"admin"}""", "error-role-protected")]
    [InlineData("roles.delete", """{"roleId":"nosuch"}""", "error-invalid-roleId")]
    public async Task Change_ThatTheServerRefuses_IsRefusedWithItsCode(string route, string body, string code)
    {
        await using var emulated = await StartAsync("8.8", license: true);

        var (status, refusal) = await emulated.PostAsync("api/v1/" + route, body);

        Assert.Equal((400, code), (status, refusal["errorType"]?.ToString()));
    }

    /// <summary>An owner role whose description was emptied is invisible among the roles of a room.</summary>
    [Fact]
    public async Task Update_DescriptionOfABuiltInRole_NeedsNoLicense()
    {
        await using var emulated = await StartAsync("9.0", license: false);

        var (status, _) = await emulated.PostAsync(
            "api/v1/roles.update", """{"roleId":"owner","name":"owner","scope":"Subscriptions","description":""}""");
        var (_, roles) = await emulated.GetAsync("api/v1/channels.roles?roomId=GENERAL");

        Assert.Equal((200, 0), (status, roles["roles"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("""{"permissions":[{"_id":"no-such","roles":["admin"]}]}""", "error-invalid-permission")]
    [InlineData("""{"permissions":[{"_id":"create-c","roles":["nosuch"]}]}""", "error-invalid-role")]
    [InlineData("""{"permissions":[{"_id":"create-c"}]}""", "error-invalid-body-params")]
    [InlineData("{}", "invalid-params")]
    public async Task PermissionsUpdate_BadBody_IsRefused(string body, string code)
    {
        await using var emulated = await StartAsync("9.0", license: false);

        var (status, refusal) = await emulated.PostAsync("api/v1/permissions.update", body);

        Assert.Equal((400, code), (status, refusal["errorType"]?.ToString()));
    }

    [Fact]
    public async Task PermissionsUpdate_ByPlainUser_IsRefused()
    {
        await using var emulated = await StartAsync("9.0", license: false);

        var (status, _) = await emulated.PostAsync(
            "api/v1/permissions.update", """{"permissions":[{"_id":"create-c","roles":["user"]}]}""", user: "alice");

        Assert.Equal(403, status);
    }

    [Fact]
    public async Task PermissionForOneSetting_Granted_LetsARoleChangeThatSetting()
    {
        await using var emulated = await StartAsync("8.8", license: false);
        await emulated.PostAsync("api/v1/permissions.update", """
            {"permissions":[
              {"_id":"manage-selected-settings","roles":["admin","user"]},
              {"_id":"change-setting-Site_Name","roles":["user"]}
            ]}
            """);

        var (allowed, _) = await emulated.PostAsync(
            "api/v1/settings", """{"settings":[{"_id":"Site_Name","value":"Ours"}]}""", user: "alice");
        var (refused, _) = await emulated.PostAsync(
            "api/v1/settings", """{"settings":[{"_id":"Site_Url","value":"http://x"}]}""", user: "alice");

        Assert.Equal((200, 400, "Ours"), (allowed, refused, emulated.Server.Workspace.GetSetting("Site_Name")!.ToString()));
    }

    [Theory]
    [InlineData("3.11", 170)]
    [InlineData("8.6", 173)]
    public async Task Permissions_OfAFreshServer_AreThoseOfTheCatalogAndOneForEachSetting(string profile, int catalog)
    {
        await using var emulated = await StartAsync(profile, license: false);

        var (_, body) = await emulated.GetAsync("api/v1/permissions.listAll");
        var ids = body["update"]!.AsArray().Select(permission => permission!["_id"]!.ToString()).ToArray();

        Assert.Equal(catalog, ids.Count(id => !id.StartsWith("change-setting-", StringComparison.Ordinal)));
        Assert.Contains("change-setting-Site_Name", ids);
    }

    [Fact]
    public async Task State_WithARoleOfOnesOwn_CanBeLoadedAgain()
    {
        await using var emulated = await StartAsync("9.0", license: true);
        await emulated.PostAsync("api/v1/roles.create", Creation);
        using var dump = await emulated.RawAsync("GET", "_emulator/state", user: null);
        var state = await dump.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var (status, _) = await emulated.SendAsync("PUT", "_emulator/state", state, user: null);
        var (_, roles) = await emulated.GetAsync("api/v1/roles.list");

        Assert.Equal(200, status);
        Assert.Contains(roles["roles"]!.AsArray(), role => role!["name"]!.ToString() == "deployer");
    }

    private static Task<Emulated> StartAsync(string profile, bool license) => Emulated.StartAsync(new EmulatorOptions
    {
        VersionProfile = profile,
        Seed = DefaultSeed.Workspace with { License = license },
    });
}
