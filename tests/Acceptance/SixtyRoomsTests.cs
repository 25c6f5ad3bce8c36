using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>A team with sixty rooms: no message hides another, and one change of the module is not sixty changes.</summary>
public sealed class SixtyRoomsTests
{
    private const int Count = 60;

    private static EmulatorOptions Options => new() { Seed = OwnedRooms.Seed(Count) };

    private static string Blocks(Func<int, string> block) => string.Join('\n', Enumerable.Range(0, Count).Select(block));

    [Theory, EveryToolchain]
    public async Task Warnings_OfSixtyRooms_AreAllShown(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain,
            $$"""
            resource "rocketchat_room_owners" "this" {
              count     = {{Count}}
              room_name = "room${count.index}"
              user_ids  = [format("user%013d", count.index)]
            }
            """,
            Options);

        var plan = (await fixture.Cli.PlanAsync()).HasChanges();

        Assert.All(Enumerable.Range(0, Count), n => plan
            .Says($"Owners of \"room{n}\" will change").Says($"`user{n}` gains the ownership. `admin` loses the ownership."));
        plan.DoesNotSay("similar warnings elsewhere");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");
    }

    [Theory, EveryToolchain]
    public async Task InviteMembers_AddedToSixtyOwners_IsNoChange(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, OwnedRooms.Module(Count), Options);
        (await fixture.Cli.ApplyAsync()).Succeeds();

        fixture.Cli.Write(
            "main.tf",
            OwnedRooms.Module(Count).Replace("room_id", "invite_members = true\n  room_id", StringComparison.Ordinal));

        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");
    }

    [Theory]
    [EveryToolchain("rocketchat_room_owner", "/admin")]
    [EveryToolchain("rocketchat_room_owners", "")]
    public async Task GeneratedConfiguration_OfSixtyImports_IsValidAndPlansNothing(Toolchain toolchain, string type, string suffix)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain,
            Blocks(n => $$"""
                import {
                  to = {{type}}.room{{n}}
                  id = "room{{n}}{{suffix}}"
                }
                """),
            Options);

        (await fixture.Cli.PlanAsync("-generate-config-out=generated.tf")).Says($"{Count} to import, 0 to add, 0 to change, 0 to destroy.");

        (await fixture.Cli.ValidateAsync()).Succeeds();
        (await fixture.Cli.ApplyAsync()).Succeeds().Says("0 added, 0 changed, 0 destroyed");
        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");

        fixture.Workspace.RenameRoom("room7", "lobby");
        var renamed = (await fixture.Cli.PlanAsync()).HasNoChanges();
        if (toolchain.Cli.Has(LeastVersions.OfGeneratedConfiguration))
        {
            renamed.DoesNotSay("Warning");
            Assert.DoesNotContain("room_name", await File.ReadAllTextAsync(Path.Combine(fixture.Cli.Folder, "generated.tf")), StringComparison.Ordinal);
        }
        else
        {
            renamed.Says("Room \"room7\" was renamed").Says("`lobby`");
        }
    }
}
