using Acceptance.Running;

namespace Acceptance;

/// <summary>An object that moves between the two resources about owners: nothing is destroyed, and the plan says what it means.</summary>
public sealed class OwnerMoveTests
{
    private const string MovingClis = "terraform 1.8, tofu 1.10";

    private const string Forgotten = """
        removed {
          from = rocketchat_room_owners.this

          lifecycle {
            destroy = false
          }
        }

        """;

    [BehaviorRow("room_owners", "moved")]
    [Theory, EveryToolchain(Needs = MovingClis)]
    public async Task Move_ToTheListOfAllOwners_SaysWhatThatMeansAndDestroysNothing(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnerTests.AliceOwnsGeneral);
        (await fixture.Cli.ApplyAsync()).Succeeds();

        fixture.Cli.Write("main.tf", RoomOwnersTests.General("alice", "admin") + Moved("rocketchat_room_owner", "rocketchat_room_owners"));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("All owners of \"general\" are managed now").DoesNotSay("changed outside")
            .Says("0 to add, 1 to change, 0 to destroy");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Equal(["admin", "alice"], fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");
    }

    [BehaviorRow("room_owners", "moved")]
    [Theory, EveryToolchain(Needs = MovingClis)]
    public async Task Move_ThatTakesOwnersAway_NamesThem(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnerTests.AliceOwnsGeneral);
        (await fixture.Cli.ApplyAsync()).Succeeds();

        fixture.Cli.Write("main.tf", RoomOwnersTests.General("alice") + Moved("rocketchat_room_owner", "rocketchat_room_owners"));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("Owners of \"general\" will change").Says("`admin` loses the ownership")
            .Says("0 to add, 1 to change, 0 to destroy");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Equal(["alice"], fixture.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owner", "moved")]
    [Theory, EveryToolchain(Needs = MovingClis)]
    public async Task Move_OfAListOfOne_KeepsTheOwner(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnersTests.General("alice"));
        (await fixture.Cli.ApplyAsync()).Succeeds();

        fixture.Cli.Write("main.tf", RoomOwnerTests.AliceOwnsGeneral + Moved("rocketchat_room_owners", "rocketchat_room_owner"));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("Only owner \"alice\" of \"general\" is managed now")
            .Says("0 to add, 1 to change, 0 to destroy");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Equal(["alice"], fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");
    }

    [BehaviorRow("room_owner", "moved")]
    [Theory, EveryToolchain(Needs = MovingClis)]
    public async Task Move_OfAListOfSeveral_IsRefusedWithTheWay(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnersTests.General("alice", "admin"));
        (await fixture.Cli.ApplyAsync()).Succeeds();

        fixture.Cli.Write("main.tf", RoomOwnerTests.AliceOwnsGeneral + Moved("rocketchat_room_owners", "rocketchat_room_owner"));
        (await fixture.Cli.PlanAsync()).Fails().Says("Several owners of \"general\" cannot be moved").Says("`admin`, `alice`")
            .Says("`removed` block").Says("`GENERAL/aliceAliceAlice01`");

        Assert.Equal(["admin", "alice"], fixture.Workspace.OwnersOf("GENERAL"));
    }

    // The way that the refusal shows, and the versions that have it.
    [Theory, EveryToolchain(Needs = "terraform 1.7, tofu 1.10")]
    public async Task ListOfSeveral_RemovedFromTheStateAndImported_ChangesNothing(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnersTests.General("alice", "admin"));
        (await fixture.Cli.ApplyAsync()).Succeeds();

        fixture.Cli.Write("main.tf", Forgotten + Imported("alice") + Imported("admin"));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("2 to import, 0 to add, 0 to change, 0 to destroy");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Equal(["admin", "alice"], fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");
    }

    [BehaviorRow("room_owner", "moved")]
    [Theory, EveryToolchain(Needs = MovingClis)]
    public async Task Move_ToAnotherUserOrRoom_IsRefused(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnersTests.General("alice"));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        var owner = RoomOwnerTests.AliceOwnsGeneral + Moved("rocketchat_room_owners", "rocketchat_room_owner");

        fixture.Cli.Write("main.tf", owner.Replace("aliceAliceAlice01", "bobBobBobBobBob01", StringComparison.Ordinal));
        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("Moved object of \"general\" would be replaced");
        fixture.Cli.Write("main.tf", owner.Replace("GENERAL", "boardRoomBoard001", StringComparison.Ordinal));
        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("Moved object of \"general\" would be replaced");

        Assert.Equal(["alice"], fixture.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owners", "moved")]
    [Theory, EveryToolchain(Needs = MovingClis)]
    public async Task Move_ToTheListOfAnotherRoom_IsRefused(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnerTests.AliceOwnsGeneral);
        (await fixture.Cli.ApplyAsync()).Succeeds();

        fixture.Cli.Write("main.tf", RoomOwnersTests.Module("boardRoomBoard001", "", "alice")
            + Moved("rocketchat_room_owner", "rocketchat_room_owners"));
        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("Moved object of \"general\" would be replaced");

        Assert.Contains("alice", fixture.Workspace.OwnersOf("GENERAL"));
    }

    private static string Imported(string user) => $$"""

        import {
          to = rocketchat_room_owner.{{user}}
          id = "GENERAL/{{RoomOwnersTests.IdOf(user)}}"
        }

        resource "rocketchat_room_owner" "{{user}}" {
          room_id = "GENERAL"
          user_id = "{{RoomOwnersTests.IdOf(user)}}"
        }
        """;

    private static string Moved(string from, string to) => $$"""

        moved {
          from = {{from}}.this
          to   = {{to}}.this
        }
        """;
}
