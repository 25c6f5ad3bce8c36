using System.Text;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Loading;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests;

/// <summary>A license, from the seed: modules are active, and enterprise settings count.</summary>
public sealed class LicenseTests
{
    private const string Setting = "Federation_Service_Enabled";

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
