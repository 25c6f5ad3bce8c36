using System.Text;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests;

/// <summary>A licence, from the seed: modules are active, and enterprise settings count.</summary>
public sealed class LicenceTests
{
    private const string Setting = "Federation_Service_Enabled";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Seed_Licence_DecidesWhatCounts(bool licence)
    {
        await using var emulated = await StartAsync(licence);
        await emulated.PostAsync($"api/v1/settings/{Setting}", """{"value":true}""");

        var (_, alone) = await emulated.GetAsync($"api/v1/settings/{Setting}");
        var (_, list) = await emulated.GetAsync("api/v1/settings?count=0");
        var (_, shown) = await emulated.GetAsync("api/v1/settings.public?_id=" + Setting, user: null);
        var (_, info) = await emulated.GetAsync("api/v1/licenses.info");

        Assert.True(alone["value"]!.GetValue<bool>());
        Assert.Equal(licence, Listed(list));
        Assert.Equal(licence, Listed(shown));
        Assert.Equal(licence, info["license"]!["activeModules"]!.AsArray().Any(module => module!.ToString() == "federation"));

        static bool Listed(JsonObject list) => list["settings"]!.AsArray().Single(setting => setting!["_id"]!.ToString() == Setting)!["value"]!.GetValue<bool>();
    }

    [Fact]
    public async Task State_Dumped_HoldsTheLicence()
    {
        await using var emulated = await StartAsync(licence: true);
        using var dump = await emulated.RawAsync("GET", "_emulator/state", user: null);
        var state = await dump.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        emulated.Server.Workspace.HasLicence = false;

        await emulated.SendAsync("PUT", "_emulator/state", state, user: null);

        Assert.True(emulated.Server.Workspace.HasLicence);
    }

    private static Task<Emulated> StartAsync(bool licence) => Emulated.StartAsync(new EmulatorOptions
    {
        Seed = DefaultSeed.Workspace with { Licence = SeedReader.Parse(Encoding.UTF8.GetBytes($$"""{"licence":{{(licence ? "true" : "false")}}}""")).Licence },
    });
}
