using System.Text.Json;
using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>A server that counts calls: few calls of a limited account, a warning about the waits, and logins that take turns.</summary>
public sealed class RateLimitTests
{
    private const string ThreeBlocks = """
        provider "rocketchat" {}

        provider "rocketchat" {
          alias = "second"
        }

        provider "rocketchat" {
          alias = "third"
        }

        resource "rocketchat_setting" "first" {
          setting_id = "Site_Name"
          value      = "Chat"
        }

        resource "rocketchat_setting" "second" {
          provider   = rocketchat.second
          setting_id = "Push_show_message"
          value      = false
        }

        resource "rocketchat_setting" "third" {
          provider   = rocketchat.third
          setting_id = "Message_AllowEditing"
          value      = false
        }
        """;

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

    /// <summary>
    /// Three provider blocks are three processes for the plan and three for the apply, which log in at the same time. The server serves two
    /// of them in a window, says when the next one begins, and does not prolong it for those that it refuses.
    /// </summary>
    [Theory, EveryToolchain]
    public async Task Apply_OfManyProcessesByPassword_LogsEachInOnceAndRefusesNoneTwice(Toolchain toolchain)
    {
        var seed = new WorkspaceSeed
        {
            Users = [SmallWorkspace.Administrator with { Password = DefaultSeed.AdminPassword }],
            Settings = new Dictionary<string, JsonElement>
            {
                ["API_Enable_Rate_Limiter_Limit_Calls_Default"] = Json("2"),
                ["API_Enable_Rate_Limiter_Limit_Time_Default"] = Json("6000"),
            },
        };
        await using var fixture = await Fixture.CreateAsync(toolchain, ThreeBlocks, new EmulatorOptions { Seed = seed });
        fixture.Cli.Environment.Remove("ROCKETCHAT_USER_ID");
        fixture.Cli.Environment.Remove("ROCKETCHAT_AUTH_TOKEN");
        fixture.Cli.Environment["ROCKETCHAT_USERNAME"] = DefaultSeed.AdminUsername;
        fixture.Cli.Environment["ROCKETCHAT_PASSWORD"] = DefaultSeed.AdminPassword;

        (await fixture.Cli.ApplyAsync()).Succeeds();

        var logins = fixture.Requests.Where(request => request.Contains("/api/v1/login ", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, logins.Count(login => login.EndsWith("-> 200", StringComparison.Ordinal)));
        Assert.InRange(logins.Count(login => login.EndsWith("-> 429", StringComparison.Ordinal)), 1, 6);
        Assert.InRange(logins.Count, 7, 12);
    }

    // Nothing is counted while the owners are made; then three calls of each endpoint in four seconds, so that the waits exceed five.
    private static async Task<Fixture> SetAsync(Toolchain toolchain, string version)
    {
        var seed = OwnedRooms.SharedSeed(Rooms, Owners) with
        {
            Permissions = new Dictionary<string, IReadOnlyList<string>> { ["api-bypass-rate-limit"] = [] },
            Settings = new Dictionary<string, JsonElement>
            {
                ["API_Enable_Rate_Limiter"] = Json("false"),
                ["API_Enable_Rate_Limiter_Limit_Calls_Default"] = Json("3"),
                ["API_Enable_Rate_Limiter_Limit_Time_Default"] = Json("4000"),
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
