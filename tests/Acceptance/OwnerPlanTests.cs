using Acceptance.Running;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>The plan of owners says what the apply would find, and never stands in the way of a destroy.</summary>
public sealed class OwnerPlanTests
{
    private const string AliceOwnsAnnouncements = """
        resource "rocketchat_room_owner" "this" {
          room_name = "announcements"
          username  = "alice"
        }
        """;

    private const string AdminAndAliceOwnAnnouncements = """
        resource "rocketchat_room_owners" "this" {
          room_name = "announcements"
          user_ids  = ["adminadminadmin01", "aliceAliceAlice01"]
        }
        """;

    [BehaviorRow("room_owner", "new")]
    [Theory]
    [EveryToolchain(AliceOwnsAnnouncements)]
    [EveryToolchain(AdminAndAliceOwnAnnouncements)]
    public async Task Plan_OfNewOwners_KnowsEveryValue(Toolchain toolchain, string module)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, module);

        (await fixture.Cli.PlanAsync()).HasChanges().DoesNotSay("(known after apply)");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("room_owner", "gone")]
    [BehaviorRow("room_owners", "owner-gone")]
    [BehaviorRow("room_owners", "room-gone")]
    [Theory]
    [EveryToolchain(AliceOwnsAnnouncements, "room")]
    [EveryToolchain(AliceOwnsAnnouncements, "user")]
    [EveryToolchain(AliceOwnsAnnouncements, "member")]
    [EveryToolchain(AdminAndAliceOwnAnnouncements, "room")]
    [EveryToolchain(AdminAndAliceOwnAnnouncements, "user")]
    [EveryToolchain(AdminAndAliceOwnAnnouncements, "member")]
    public async Task World_ThatMoved_FailsNoPlanAndNoDestroy(Toolchain toolchain, string module, string gone)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, module);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        switch (gone)
        {
            case "room":
                fixture.Workspace.DeleteRoom("announcements");
                break;
            case "user":
                fixture.Workspace.DeleteUser("alice");
                break;
            default:
                fixture.Workspace.RemoveMember("announcements", "alice");
                break;
        }

        (await fixture.Cli.PlanAsync("-destroy")).Expect(true, "").DoesNotSay("Error:");
        (await fixture.Cli.PlanAsync()).HasChanges().Says("A destroy still works").DoesNotSay("Error:");
        (await fixture.Cli.DestroyAsync()).Succeeds();

        // With an empty state the same configuration asks for something new.
        (await fixture.Cli.PlanAsync()).Fails();
    }

    [BehaviorRow("room_owners", "changed-outside")]
    [Theory, EveryToolchain]
    public async Task Drift_ThatIsIgnored_IsNotPromisedAway(Toolchain toolchain)
    {
        const string ignoring = "lifecycle { ignore_changes = [user_ids] }";
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnersTests.Module("GENERAL", ignoring, "admin"));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.Workspace.AddOwner("GENERAL", "alice");

        (await fixture.Cli.PlanAsync()).Says("Owners of \"general\" were changed outside").Says("New owner: `alice`.")
            .Says("the plan leaves them").DoesNotSay("An apply of this plan");
        fixture.Cli.Write("main.tf", RoomOwnersTests.General("admin"));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("An apply of this plan sets the owners").Says("`alice` loses the ownership");
    }

    [BehaviorRow("room_owners", "room-unknown")]
    [Theory, EveryToolchain]
    public async Task Plan_OfAListForARoomThatIsNotKnown_SaysThatNobodyCanBeNamed(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            resource "terraform_data" "room" {
              input = "GENERAL"
            }

            resource "rocketchat_room_owners" "this" {
              room_id  = terraform_data.room.output
              user_ids = ["aliceAliceAlice01"]
            }
            """);

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Present owners not known yet");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["alice"], fixture.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owner", "new-invited")]
    [Theory, EveryToolchain]
    public async Task InviteMembers_OfOneOwner_InvitesAndOwns(Toolchain toolchain)
    {
        const string outsider = """
            resource "rocketchat_room_owner" "this" {
              room_name      = "announcements"
              username       = "bob"
              invite_members = true
            }
            """;
        await using var fixture = await Fixture.CreateAsync(toolchain, outsider);

        (await fixture.Cli.PlanAsync()).HasChanges().Says("User \"bob\" is invited to \"announcements\"");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Contains("bob", fixture.Workspace.OwnersOf("announcements"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("room_owner", "new")]
    [BehaviorRow("room_owner", "new-invited")]
    [Theory, EveryToolchain]
    public async Task Rights_ThatTheTokenLacks_AreNamedInThePlan(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            resource "rocketchat_room_owner" "this" {
              room_name      = "board"
              username       = "carol"
              invite_members = true
            }
            """);

        // The room is private, and the administrator is not in it.
        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("User \"carol\" cannot be invited to \"board\"")
            .Says("`add-user-to-any-p-room`");
        fixture.Workspace.Grant("add-user-to-any-p-room", "admin");
        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.Contains("carol", fixture.Workspace.OwnersOf("board"));

        fixture.Cli.Environment["ROCKETCHAT_USER_ID"] = RoomOwnersTests.IdOf("alice");
        fixture.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AliceToken;
        fixture.Workspace.SetSetting("API_Enable_Rate_Limiter", false);
        fixture.Cli.Delete("terraform.tfstate");
        fixture.Cli.Write("main.tf", AliceOwnsAnnouncements);
        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("Owners of \"announcements\" cannot be set").Says("`set-owner`");
    }
}
