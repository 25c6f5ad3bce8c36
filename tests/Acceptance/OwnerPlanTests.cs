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

    [Theory]
    [EveryToolchain(AliceOwnsAnnouncements)]
    [EveryToolchain(AdminAndAliceOwnAnnouncements)]
    public async Task Plan_OfNewOwners_KnowsEveryValue(Toolchain toolchain, string module)
    {
        await using var stage = await Fixture.CreateAsync(toolchain, module);

        (await stage.Cli.PlanAsync()).HasChanges().DoesNotSay("(known after apply)");
        (await stage.Cli.ApplyPlanAsync()).Succeeds();

        (await stage.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory]
    [EveryToolchain(AliceOwnsAnnouncements, "room")]
    [EveryToolchain(AliceOwnsAnnouncements, "user")]
    [EveryToolchain(AliceOwnsAnnouncements, "member")]
    [EveryToolchain(AdminAndAliceOwnAnnouncements, "room")]
    [EveryToolchain(AdminAndAliceOwnAnnouncements, "user")]
    [EveryToolchain(AdminAndAliceOwnAnnouncements, "member")]
    public async Task World_ThatMoved_FailsNoPlanAndNoDestroy(Toolchain toolchain, string module, string gone)
    {
        await using var stage = await Fixture.CreateAsync(toolchain, module);
        (await stage.Cli.ApplyAsync()).Succeeds();
        switch (gone)
        {
            case "room":
                stage.Workspace.DeleteRoom("announcements");
                break;
            case "user":
                stage.Workspace.DeleteUser("alice");
                break;
            default:
                stage.Workspace.RemoveMember("announcements", "alice");
                break;
        }

        (await stage.Cli.PlanAsync("-destroy")).Expect(true, "").DoesNotSay("Error:");
        (await stage.Cli.PlanAsync()).HasChanges().Says("A destroy works all the same").DoesNotSay("Error:");
        (await stage.Cli.DestroyAsync()).Succeeds();

        // With an empty state the same configuration asks for something new.
        (await stage.Cli.PlanAsync()).Fails();
    }

    [Theory, EveryToolchain]
    public async Task Drift_ThatIsIgnored_IsNotPromisedAway(Toolchain toolchain)
    {
        const string ignoring = "lifecycle { ignore_changes = [user_ids] }";
        await using var stage = await Fixture.CreateAsync(toolchain, RoomOwnersTests.Module("GENERAL", ignoring, "admin"));
        (await stage.Cli.ApplyAsync()).Succeeds();
        stage.Workspace.AddOwner("GENERAL", "alice");

        (await stage.Cli.PlanAsync()).Says("Owners of \"general\" were changed outside").Says("New owner: `alice`.")
            .Says("the plan leaves them").DoesNotSay("An apply of this plan");
        stage.Cli.Write("main.tf", RoomOwnersTests.General("admin"));
        (await stage.Cli.PlanAsync()).HasChanges().Says("An apply of this plan sets the owners").Says("`alice` loses the ownership");
    }

    [Theory, EveryToolchain]
    public async Task Plan_OfAListForARoomThatIsNotKnown_SaysThatNobodyCanBeNamed(Toolchain toolchain)
    {
        await using var stage = await Fixture.CreateAsync(toolchain, """
            resource "terraform_data" "room" {
              input = "GENERAL"
            }

            resource "rocketchat_room_owners" "this" {
              room_id  = terraform_data.room.output
              user_ids = ["aliceAliceAlice01"]
            }
            """);

        (await stage.Cli.PlanAsync()).HasChanges().Says("Present owners not known yet");
        (await stage.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["alice"], stage.Workspace.OwnersOf("GENERAL"));
    }

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
        await using var stage = await Fixture.CreateAsync(toolchain, outsider);

        (await stage.Cli.PlanAsync()).HasChanges().Says("User \"bob\" is invited to \"announcements\"");
        (await stage.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Contains("bob", stage.Workspace.OwnersOf("announcements"));
        (await stage.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Rights_ThatTheTokenLacks_AreNamedInThePlan(Toolchain toolchain)
    {
        await using var stage = await Fixture.CreateAsync(toolchain, """
            resource "rocketchat_room_owner" "this" {
              room_name      = "board"
              username       = "carol"
              invite_members = true
            }
            """);

        // The room is private, and the administrator is not in it.
        (await stage.Cli.PlanAsync()).Fails().HasOne("Error").Says("User \"carol\" cannot be invited to \"board\"")
            .Says("`add-user-to-any-p-room`");
        stage.Workspace.Grant("add-user-to-any-p-room", "admin");
        (await stage.Cli.ApplyAsync()).Succeeds();
        Assert.Contains("carol", stage.Workspace.OwnersOf("board"));

        stage.Cli.Environment["ROCKETCHAT_USER_ID"] = RoomOwnersTests.IdOf("alice");
        stage.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AliceToken;
        stage.Workspace.SetSetting("API_Enable_Rate_Limiter", false);
        stage.Cli.Delete("terraform.tfstate");
        stage.Cli.Write("main.tf", AliceOwnsAnnouncements);
        (await stage.Cli.PlanAsync()).Fails().HasOne("Error").Says("Owners of \"announcements\" cannot be set").Says("`set-owner`");
    }
}
