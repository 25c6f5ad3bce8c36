using System.Text;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Loading;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests;

/// <summary>A license, from the seed: modules are active, and enterprise settings count.</summary>
public sealed class LicenseTests
{
    private const string Setting = "Federation_Service_Enabled";

    // The documents {"grantedModules":[{"module":"auditing"}],"limits":{"activeUsers":[{"max":7}]}}, and one that ended in 2020.
    private const string Auditing =
        "eyJncmFudGVkTW9kdWxlcyI6W3sibW9kdWxlIjoiYXVkaXRpbmcifV0sImxpbWl0cyI6eyJhY3RpdmVVc2VycyI6W3sibWF4Ijo3fV19fQ";
    private const string Expired =
        "eyJ2YWxpZGF0aW9uIjp7InZhbGlkUGVyaW9kcyI6W3sidmFsaWRVbnRpbCI6IjIwMjAtMDEtMzEiLCJpbnZhbGlkQm"
        + "VoYXZpb3IiOiJpbnZhbGlkYXRlX2xpY2Vuc2UifV19fQ";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Seed_License_DecidesWhatCounts(bool license)
    {
        await using var emulated = await StartAsync(license);
        await emulated.PostAsync($"api/v1/settings/{Setting}", """{"value":true}""");

        var (_, alone) = await emulated.GetAsync($"api/v1/settings/{Setting}");
        var (_, list) = await emulated.GetAsync("api/v1/settings?count=0");
        var (_, shown) = await emulated.GetAsync("api/v1/settings.public?_id=" + Setting, user: null);
        var (_, info) = await emulated.GetAsync("api/v1/licenses.info");

        Assert.True(alone["value"]!.GetValue<bool>());
        Assert.Equal(license, Listed(list));
        Assert.Equal(license, Listed(shown));
        Assert.Equal(license, info["license"]!["activeModules"]!.AsArray().Any(module => module!.ToString() == "federation"));

        static bool Listed(JsonObject list) =>
            list["settings"]!.AsArray().Single(setting => setting!["_id"]!.ToString() == Setting)!["value"]!.GetValue<bool>();
    }

    [Fact]
    public async Task State_Dumped_HoldsTheLicense()
    {
        await using var emulated = await StartAsync(license: true);
        using var dump = await emulated.RawAsync("GET", "_emulator/state", user: null);
        var state = await dump.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        emulated.Server.Workspace.HasLicense = false;

        await emulated.SendAsync("PUT", "_emulator/state", state, user: null);

        Assert.True(emulated.Server.Workspace.HasLicense);
    }

    [Theory]
    [InlineData("6.5", "RCV3_a.b.c", 200, true)]
    [InlineData("9.0", "RCV3_a.b.c", 200, true)]
    [InlineData("9.0", "no key", 400, false)]
    public async Task Add_Key_GivesALicenseIfItHasTheFormOfOne(string profile, string key, int expected, bool license)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, _) = await emulated.PostAsync("api/v1/licenses.add", $$"""{"license":"{{key}}"}""");
        var (_, info) = await emulated.GetAsync("api/v1/licenses.info");

        Assert.Equal((expected, license), (status, emulated.Server.Workspace.HasLicense));
        Assert.Equal(license, info["license"]!["activeModules"]!.AsArray().Any(module => module!.ToString() == "custom-roles"));
    }

    /// <summary>As in 8.7 and later: the judgment alone, and nothing is stored.</summary>
    [Theory]
    [InlineData("RCV3_a.b.c", 200, null)]
    [InlineData("no key", 400, "[]")]
    [InlineData("RCV3_a." + Expired + ".c", 400, """[{"behavior":"invalidate_license","reason":"period"}]""")]
    public async Task Validate_Key_ReportsTheReasonsAndStoresNothing(string key, int expected, string? reasons)
    {
        await using var emulated = await Emulated.StartAsync("9.0");

        var (status, body) = await emulated.PostAsync("api/v1/licenses.validate", $$"""{"license":"{{key}}"}""");

        Assert.Equal((expected, reasons), (status, body["reasons"]?.ToJsonString()));
        Assert.False(emulated.Server.Workspace.HasLicense);
        Assert.Equal("", emulated.Server.Workspace.GetSetting("Enterprise_License")!.GetValue<string>());
    }

    [Fact]
    public async Task Validate_BeforeItCame_IsUnknown()
    {
        await using var emulated = await Emulated.StartAsync("7.10");

        Assert.Equal(404, (await emulated.PostAsync("api/v1/licenses.validate", """{"license":"RCV3_a.b.c"}""")).Status);
    }

    /// <summary>A key with a readable document: what it enables, and an expired one is stored without effect.</summary>
    [Theory]
    [InlineData("RCV3_a." + Auditing + ".c", true, """["auditing"]""")]
    [InlineData("RCV3_a." + Expired + ".c", false, "[]")]
    public async Task Add_KeyWithADocument_EnablesWhatItNames(string key, bool license, string modules)
    {
        await using var emulated = await Emulated.StartAsync("9.0");

        await emulated.PostAsync("api/v1/licenses.add", $$"""{"license":"{{key}}"}""");
        var (_, info) = await emulated.GetAsync("api/v1/licenses.info");

        Assert.Equal(key, emulated.Server.Workspace.GetSetting("Enterprise_License")!.GetValue<string>());
        Assert.Equal((license, modules), (emulated.Server.Workspace.HasLicense, info["license"]!["activeModules"]!.ToJsonString()));
        Assert.Equal(license ? 7 : -1, info["license"]!["limits"]!["activeUsers"]!["max"]!.GetValue<int>());
    }

    [Fact]
    public async Task Info_ToPlainUser_HasModulesButNoLimits()
    {
        await using var emulated = await StartAsync(license: true);

        var (status, body) = await emulated.GetAsync("api/v1/licenses.info", user: "alice");

        var license = body["license"]!.AsObject();
        Assert.Equal((200, 0, false), (status, license["limits"]!.AsObject().Count, license.ContainsKey("license")));
    }

    [Theory]
    [InlineData("6.5", 200)]
    [InlineData("9.0", 404)]
    public async Task Get_TheOldList_IsGoneSinceSeven(string profile, int expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        Assert.Equal(expected, (await emulated.GetAsync("api/v1/licenses.get")).Status);
    }

    private static Task<Emulated> StartAsync(bool license) => Emulated.StartAsync(new EmulatorOptions
    {
        Seed = DefaultSeed.Workspace with
        {
            License = SeedReader.Parse(Encoding.UTF8.GetBytes($$"""{"license":{{(license ? "true" : "false")}}}""")).License,
        },
    });
}
