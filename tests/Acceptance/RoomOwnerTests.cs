using Acceptance.Running;

namespace Acceptance;

/// <summary>The main job: somebody becomes an owner of a room, stays it, and stops being it.</summary>
public sealed class RoomOwnerTests
{
    internal const string AliceOwnsGeneral = """
        resource "rocketchat_room_owner" "this" {
          room_id = "GENERAL"
          user_id = "aliceAliceAlice01"
        }
        """;

    [BehaviorRow("room_owner", "removed-outside")]
    [BehaviorRow("room_owner", "destroy-remove")]
    [Theory, EveryToolchain(AlsoOrdinary = true)]
    public async Task Lifecycle_FromCreateThroughDriftToDestroy_EachPlanTellsTheTruth(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, AliceOwnsGeneral);

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 1 to add, 0 to change, 0 to destroy.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds().DoesNotSay("Warning");
        Assert.Contains("alice", fixture.Workspace.OwnersOf("GENERAL"));

        (await fixture.Cli.PlanAsync()).HasNoChanges();
        var state = await fixture.Cli.ResourceAsync("rocketchat_room_owner.this");
        Assert.Equal("GENERAL/aliceAliceAlice01", state.Text("id"));
        Assert.Equal("general", state.Text("room_name"));
        Assert.Equal("alice", state.Text("username"));

        fixture.Workspace.RemoveOwner("GENERAL", "alice");
        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 1 to add, 0 to change, 0 to destroy.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Contains("alice", fixture.Workspace.OwnersOf("GENERAL"));

        (await fixture.Cli.DestroyAsync()).Succeeds().Says("Destroy complete! Resources: 1 destroyed.");
        Assert.Equal(["admin"], fixture.Workspace.OwnersOf("GENERAL"));
        Assert.Contains("alice", fixture.Workspace.MembersOf("GENERAL"));
    }

    [Theory, EveryServerVersion]
    public async Task Lifecycle_OnEveryServerVersion_Works(Toolchain toolchain, string version)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, AliceOwnsGeneral, new() { VersionProfile = version });

        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.Contains("alice", fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.Equal(["admin"], fixture.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owner", "already-owner")]
    [Theory, EveryToolchain]
    public async Task Create_WhenUserOwnsRoomAlready_AdoptsWithWarning(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, AliceOwnsGeneral);
        fixture.Workspace.AddOwner("GENERAL", "alice");

        (await fixture.Cli.ApplyAsync()).Succeeds().Says("Warning: User \"alice\" already owns \"general\"");

        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Create_ByUsername_FindsUser(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            resource "rocketchat_room_owner" "this" {
              room_id  = "boardRoomBoard001"
              username = "bob"
            }
            """);

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.Equal(["alice", "bob"], fixture.Workspace.OwnersOf("board"));
        Assert.Equal("bobBobBobBobBob01", (await fixture.Cli.ResourceAsync("rocketchat_room_owner.this")).Text("user_id"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Replacement_OfTheSameOwnership_KeepsItInBothOrders(Toolchain toolchain)
    {
        const string dependant = """

            resource "terraform_data" "reader" {
              input = rocketchat_room_owner.this.id
              lifecycle { create_before_destroy = true }
            }
            """;
        await using var fixture = await Fixture.CreateAsync(toolchain, AliceOwnsGeneral + dependant);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.Workspace.RemoveOwner("GENERAL", "admin");

        (await fixture.Cli.ApplyAsync("-replace=rocketchat_room_owner.this")).Succeeds().Says("Owner \"alice\" of \"general\" is kept");
        Assert.Equal(["alice"], fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        // First the dependant goes: a replacement in the other order beside it is a cycle to the CLI.
        fixture.Cli.Write("main.tf", AliceOwnsGeneral);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.ApplyAsync("-replace=rocketchat_room_owner.this")).Succeeds();
        Assert.Equal(["alice"], fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Replacement_ForcedByADeferredDataSource_KeepsTheOwnership(Toolchain toolchain)
    {
        const string module = """
            resource "terraform_data" "trigger" {
              input = 1
            }

            data "rocketchat_room" "general" {
              name       = "general"
              depends_on = [terraform_data.trigger]
            }

            resource "rocketchat_room_owner" "this" {
              room_id = data.rocketchat_room.general.id
              user_id = "aliceAliceAlice01"
              lifecycle { create_before_destroy = true }
            }
            """;
        await using var fixture = await Fixture.CreateAsync(toolchain, module);
        (await fixture.Cli.ApplyAsync()).Succeeds();

        fixture.Cli.Write("main.tf", module.Replace("input = 1", "input = 2", StringComparison.Ordinal));
        (await fixture.Cli.ApplyAsync()).Succeeds().Says("Owner \"alice\" of \"general\" is kept");

        Assert.Contains("alice", fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("room_owner", "other-owner")]
    [Theory, EveryToolchain]
    public async Task Change_OfUserOrRoom_Replaces(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, AliceOwnsGeneral);
        (await fixture.Cli.ApplyAsync()).Succeeds();

        fixture.Cli.Write("main.tf", AliceOwnsGeneral.Replace("aliceAliceAlice01", "bobBobBobBobBob01", StringComparison.Ordinal));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("forces replacement").Says("Plan: 1 to add, 0 to change, 1 to destroy.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["admin", "bob"], fixture.Workspace.OwnersOf("GENERAL"));

        fixture.Cli.Write("main.tf", AliceOwnsGeneral
            .Replace("aliceAliceAlice01", "bobBobBobBobBob01", StringComparison.Ordinal)
            .Replace("GENERAL", "boardRoomBoard001", StringComparison.Ordinal));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 1 to add, 0 to change, 1 to destroy.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["admin"], fixture.Workspace.OwnersOf("GENERAL"));
        Assert.Equal(["alice", "bob"], fixture.Workspace.OwnersOf("board"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("room_owner", "renamed")]
    [Theory, EveryToolchain]
    public async Task Plan_AfterUserAndRoomWereRenamed_ReplacesNothing(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            resource "rocketchat_room_owner" "this" {
              room_id  = "boardRoomBoard001"
              username = "bob"
            }
            """);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.Workspace.RenameUser("bob", "robert");
        fixture.Workspace.RenameRoom("board", "vorstand-ü");

        (await fixture.Cli.PlanAsync()).Expect(true, "").DoesNotSay("forces replacement").DoesNotSay("1 to destroy").DoesNotSay("Error");

        (await fixture.Cli.ApplyAsync("-refresh-only")).Succeeds();
        Assert.Equal("vorstand-ü", (await fixture.Cli.ResourceAsync("rocketchat_room_owner.this")).Text("room_name"));
    }

    [Theory, EveryToolchain]
    public async Task Plan_AfterRoomWasDeleted_PlansToCreateAgain(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, AliceOwnsGeneral);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.Workspace.DeleteRoom("GENERAL");

        (await fixture.Cli.ApplyAsync("-refresh-only")).Succeeds();

        Assert.Null((await fixture.Cli.ShowStateAsync())["values"]);
    }

    [BehaviorRow("room_owner", "destroy-ownerless")]
    [Theory, EveryToolchain]
    public async Task Destroy_OfLastOwner_IsRefusedUnlessAllowed(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, AliceOwnsGeneral);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.Workspace.RemoveOwner("GENERAL", "admin");

        (await fixture.Cli.DestroyAsync()).Fails().HasOne("Error").Says("allow_ownerless");
        Assert.Equal(["alice"], fixture.Workspace.OwnersOf("GENERAL"));

        fixture.Cli.Write("main.tf", AliceOwnsGeneral.Replace("}", "  allow_ownerless = true\n}", StringComparison.Ordinal));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.Empty(fixture.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owner", "destroy-keep")]
    [Theory, EveryToolchain]
    public async Task Destroy_WithKeep_LeavesOwnerAlone(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain, AliceOwnsGeneral.Replace("}", "  on_destroy = \"keep\"\n}", StringComparison.Ordinal));
        (await fixture.Cli.ApplyAsync()).Succeeds();

        (await fixture.Cli.DestroyAsync()).Succeeds();

        Assert.Contains("alice", fixture.Workspace.OwnersOf("GENERAL"));
    }
}
