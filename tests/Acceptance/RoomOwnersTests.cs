using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>Exactly these people own the room: what the plan announces, what the apply does, what a destroy leaves.</summary>
public sealed class RoomOwnersTests
{
    internal const string Address = "rocketchat_room_owners.this";

    internal static string Module(string roomId, string more, params string[] users) => $$"""
        resource "rocketchat_room_owners" "this" {
          room_id  = "{{roomId}}"
          user_ids = [{{string.Join(", ", users.Select(user => $"\"{IdOf(user)}\""))}}]
          {{more}}
        }
        """;

    internal static string General(params string[] users) => Module("GENERAL", "", users);

    internal static string IdOf(string user) => user switch
    {
        "admin" => "adminadminadmin01",
        "alice" => "aliceAliceAlice01",
        "bob" => "bobBobBobBobBob01",
        "carol" => "carolCarolCarol01",
        "dave" => "daveDaveDaveDav01",
        _ => user,
    };

    [BehaviorRow("room_owners", "other-list")]
    [BehaviorRow("room_owners", "changed-outside")]
    [BehaviorRow("room_owners", "destroy-keep")]
    [Theory, EveryToolchain]
    public async Task Lifecycle_FromCreateThroughDriftToDestroy_EachPlanNamesWhoGainsAndLoses(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, General("admin", "alice"));

        (await fixture.Cli.PlanAsync()).HasChanges().HasOne("Warning")
            .Says("Before this change, `admin` owns the room `general`. `alice` gains the ownership.").DoesNotSay("loses");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["admin", "alice"], fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");
        var state = await fixture.Cli.ResourceAsync(Address);
        Assert.Equal("GENERAL", state.Text("id"));
        Assert.Equal("general", state.Text("room_name"));
        Assert.Equal("keep", state.Text("on_destroy"));

        // Swap: bob for alice.
        fixture.Cli.Write("main.tf", General("admin", "bob"));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("`bob` gains the ownership. `alice` loses the ownership.")
            .Says("0 to add, 1 to change, 0 to destroy");
        fixture.ForgetRequests();
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["admin", "bob"], fixture.Workspace.OwnersOf("GENERAL"));
        Assert.Equal(
            ["POST /api/v1/channels.addOwner -> 200", "POST /api/v1/channels.removeOwner -> 200"],
            fixture.Requests.Where(request => request.StartsWith("POST", StringComparison.Ordinal)));

        // Drift in both directions at once.
        fixture.Workspace.AddOwner("GENERAL", "carol");
        fixture.Workspace.RemoveOwner("GENERAL", "bob");
        (await fixture.Cli.PlanAsync()).HasChanges()
            .Says("New owner: `carol`. No longer an owner: `bob`.")
            .Says("`bob` gains the ownership. `carol` loses the ownership.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["admin", "bob"], fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        (await fixture.Cli.DestroyAsync()).Succeeds().Says("`on_destroy` is `keep`");
        Assert.Equal(["admin", "bob"], fixture.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owners", "not-a-member")]
    [Theory, EveryServerVersion]
    public async Task Lifecycle_OnEveryServerVersion_Works(Toolchain toolchain, string version)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, General("alice", "bob"), new() { VersionProfile = version });

        (await fixture.Cli.PlanAsync()).HasChanges().Says("`alice`, `bob` gain the ownership. `admin` loses the ownership.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["alice", "bob"], fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        // An outsider is found before anything is done, and invited when that is wanted.
        var outsider = fixture.Workspace.AddUser("erin");
        fixture.Cli.Write("main.tf", General("alice", outsider.Id));
        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("`erin` is not a member of the room `general`").Says("invite_members");
        fixture.Cli.Write("main.tf", Module("GENERAL", "invite_members = true", "alice", outsider.Id));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("`erin` is invited to the room first.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["alice", "erin"], fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
    }

    [Theory, EveryToolchain]
    public async Task Create_InEveryKindOfRoom_GoesTheWayThatWorksThere(Toolchain toolchain)
    {
        (string Label, string RoomId, string[] Users)[] rooms =
        [
            ("read_only", "annRoomAnnRoom001", ["admin", "alice"]),
            ("private", "boardRoomBoard001", ["bob"]),
            ("archived", "oldRoomOldRoom001", ["alice"]),
            ("team_main", "teamRoomTeamRoom1", ["alice", "bob"]),
            ("discussion", "discussDiscuss001", ["alice"]),
        ];
        var module = string.Join('\n', rooms.Select(room => Module(room.RoomId, "on_destroy = \"remove_added\"", room.Users)
            .Replace("\"this\"", $"\"{room.Label}\"", StringComparison.Ordinal)));
        await using var fixture = await Fixture.CreateAsync(toolchain, module);

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.All(rooms, room => Assert.Equal(room.Users, fixture.Workspace.OwnersOf(room.RoomId)));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        var writes = fixture.Requests.Where(request => request.StartsWith("POST", StringComparison.Ordinal)).ToList();
        Assert.Contains("POST /api/v1/groups.removeOwner -> 200", writes);
        Assert.Contains("POST /api/v1/channels.removeOwner -> 200", writes);
        Assert.Contains("POST /api/v1/roles.addUserToRole -> 200", writes);

        // Where everybody was made an owner by the resource, nobody could be left: refused, and the rest is done.
        (await fixture.Cli.DestroyAsync()).Fails().Says("Last owner of \"board\"");
        Assert.Equal(["admin"], fixture.Workspace.OwnersOf("annRoomAnnRoom001"));
        Assert.Equal(["bob"], fixture.Workspace.OwnersOf("boardRoomBoard001"));
    }

    [BehaviorRow("room_owners", "import")]
    [Theory, EveryToolchain]
    public async Task Import_ByNameAndByBlock_ThenShowsWhoWouldLose(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module("boardRoomBoard001", "", "bob"));

        (await fixture.Cli.ImportAsync(Address, "board")).Succeeds();
        (await fixture.Cli.PlanAsync()).HasChanges().Says("0 to add, 1 to change, 0 to destroy").Says("- \"aliceAliceAlice01\"")
            .Says("`alice` loses the ownership.");

        (await fixture.Cli.RunAsync("state", "rm", Address)).Succeeds();
        fixture.Cli.Write("import.tf", $$"""
            import {
              to = {{Address}}
              id = "boardRoomBoard001"
            }
            """);
        (await fixture.Cli.PlanAsync()).HasChanges().Says("1 to import, 0 to add, 1 to change, 0 to destroy");
        fixture.Workspace.AddOwner("board", "carol");
        (await fixture.Cli.ApplyPlanAsync()).Fails().HasOne("Error")
            .Says("When the plan was made, `alice` owned the room `board`; now `alice`, `carol` own it.");
        Assert.Equal(["alice", "carol"], fixture.Workspace.OwnersOf("board"));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.Equal(["bob"], fixture.Workspace.OwnersOf("board"));
    }

    [Theory, EveryToolchain]
    public async Task Apply_WithTokenOfPlainOwner_WorksUntilItGivesItsOwnRoleAway(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module("boardRoomBoard001", "", "alice", "bob"));

        // More commands in a minute than such an account has calls.
        fixture.Workspace.SetSetting("API_Enable_Rate_Limiter", false);
        fixture.Cli.Environment["ROCKETCHAT_USER_ID"] = IdOf("alice");
        fixture.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = RocketChat.Emulator.Seeding.DefaultSeed.AliceToken;

        (await fixture.Cli.ApplyAsync()).Succeeds().DoesNotSay("Provider loses its own role");
        fixture.Cli.Write("main.tf", Module("boardRoomBoard001", "", "bob"));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("Provider loses its own role").Says("`alice` loses the ownership.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["bob"], fixture.Workspace.OwnersOf("board"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("room_owners", "interrupted")]
    [Theory, EveryToolchain]
    public async Task Apply_KilledBetweenAddAndRemove_LeavesOwnersAndConverges(Toolchain toolchain)
    {
        await using var fixture = await KilledApply.AfterAddOwnerAsync(toolchain, General("alice"));

        Assert.Contains("alice", fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.Equal(["alice"], fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task TwoApplies_RacingOnOneRoom_NeverLeaveItOwnerless(Toolchain toolchain)
    {
        var wasOwnerless = false;
        Fixture? watched = null;
        await using var fixture = await Fixture.CreateAsync(
            toolchain,
            General("admin", "alice"),
            new EmulatorOptions { OnRequest = _ => wasOwnerless |= watched?.Workspace.OwnersOf("GENERAL").Count == 0 });
        watched = fixture;
        using var other = new Sandbox(toolchain);
        foreach (var (name, value) in fixture.Cli.Environment)
        {
            other.Environment[name] = value;
        }

        other.Write("provider.tf", File.ReadAllText(Path.Combine(fixture.Cli.Folder, "provider.tf")));
        other.Write("main.tf", General("admin", "alice"));
        (await other.InitAsync()).Succeeds();
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await other.ApplyAsync()).Succeeds();
        fixture.Cli.Write("main.tf", General("alice", "bob"));
        other.Write("main.tf", General("admin", "carol"));
        (await fixture.Cli.PlanAsync()).HasChanges();
        (await other.PlanAsync()).HasChanges();

        var results = await Task.WhenAll(fixture.Cli.ApplyPlanAsync(), other.ApplyPlanAsync());

        // Different lists: an apply that ends green has the owners that it lists, which the other one must notice.
        Assert.Contains(results, result => result.ExitCode != 0);
        Assert.All(results.Where(result => result.ExitCode != 0), result => result.HasOne("Error").Says("Owners changed"));
        Assert.False(wasOwnerless);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.Equal(["alice", "bob"], fixture.Workspace.OwnersOf("GENERAL"));
        Assert.False(wasOwnerless);
    }
}
