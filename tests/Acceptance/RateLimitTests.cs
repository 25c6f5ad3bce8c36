using System.Text.Json;
using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>An account whose calls the server counts: few calls, and a warning about the waits.</summary>
public sealed class RateLimitTests
{
    private const int Rooms = 60;
    private const int Owners = 3;

    [Theory, EveryToolchain]
    public async Task Refresh_ByALimitedAccount_FinishesInFewCallsAndTellsTheWait(Toolchain toolchain)
    {
        await using var fixture = await SetAsync(toolchain, "8.8");

        var plan = (await fixture.Cli.PlanAsync()).HasNoChanges().Says("Slowed down by the server").Says("This run has waited");

        // Eight rooms one by one, a page of rooms; eight rooms' owners one by one, who owns anything, and three users; the version and the
        // workspace's id.
        var calls = fixture.Requests.Count(request => request.EndsWith("-> 200", StringComparison.Ordinal));
        Assert.InRange(calls, 13, 8 + 1 + 8 + 1 + Owners + 1 + 1);
        plan.DoesNotSay("Error");
    }

    [Theory, EveryServerVersion]
    public async Task Refresh_OnEveryServerVersion_SeesWhoLostARoom(Toolchain toolchain, string version)
    {
        await using var fixture = await SetAsync(toolchain, version);
        fixture.Workspace.RemoveOwner("room42", "user1");

        (await fixture.Cli.PlanAsync()).HasChanges()
            .Says("`user1` no longer owns the room `room42`")
            .Says("Plan: 1 to add, 0 to change, 0 to destroy.");
        Assert.InRange(fixture.Requests.Count(request => request.EndsWith("-> 200", StringComparison.Ordinal)), 13, 40);
    }

    // Nothing is counted while the owners are made; then three calls of each endpoint in two and a half seconds.
    private static async Task<Fixture> SetAsync(Toolchain toolchain, string version)
    {
        var seed = OwnedRooms.SharedSeed(Rooms, Owners) with
        {
            Permissions = new Dictionary<string, IReadOnlyList<string>> { ["api-bypass-rate-limit"] = [] },
            Settings = new Dictionary<string, JsonElement>
            {
                ["API_Enable_Rate_Limiter"] = Json("false"),
                ["API_Enable_Rate_Limiter_Limit_Calls_Default"] = Json("3"),
                ["API_Enable_Rate_Limiter_Limit_Time_Default"] = Json("2500"),
            },
        };
        var options = new EmulatorOptions { Seed = seed, VersionProfile = version };
        var fixture = await Fixture.CreateAsync(toolchain, OwnedRooms.SharedModule(Rooms, Owners), options);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.Workspace.SetSetting("API_Enable_Rate_Limiter", true);
        fixture.ForgetRequests();
        return fixture;
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
