using System.Text.Json.Nodes;
using Acceptance.Running;

namespace Acceptance;

/// <summary>Data sources that tell of many: rooms by filter, users by filter, the owners of a room.</summary>
public sealed class ListDataSourceTests
{
    [Theory, EveryToolchain]
    public async Task Rooms_ByOwnership_AreThoseThatNeedCare(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            data "rocketchat_rooms" "each" {
              for_each  = toset(["none", "single", "inactive"])
              archived  = false
              ownership = [each.key]
            }

            data "rocketchat_rooms" "unmanaged" {
              ownership = ["none", "inactive"]
            }
            """);
        fixture.Workspace.RemoveOwner("board", "alice");
        fixture.Workspace.AddMember("announcements", "dave");
        fixture.Workspace.AddOwner("announcements", "dave");
        fixture.Workspace.AddMember("crew", "dave");
        fixture.Workspace.AddOwner("crew", "dave");
        fixture.Workspace.RemoveOwner("crew", "admin");

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.Equal(["boardRoomBoard001"], await IdsAsync("each[\"none\"]"));
        Assert.Equal(["GENERAL", "discussDiscuss001", "teamRoomTeamRoom1"], await IdsAsync("each[\"single\"]"));
        Assert.Equal(["teamRoomTeamRoom1"], await IdsAsync("each[\"inactive\"]"));
        Assert.Equal(["boardRoomBoard001", "teamRoomTeamRoom1"], await IdsAsync("unmanaged"));

        async Task<string[]> IdsAsync(string name) => Texts(await fixture.Cli.ResourceAsync($"data.rocketchat_rooms.{name}"), "ids");
    }

    [Theory, EveryToolchain]
    public async Task Rooms_ByEachFilter_AreThoseThatFit(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            data "rocketchat_rooms" "all" {}

            data "rocketchat_rooms" "private" {
              types = ["private"]
            }

            data "rocketchat_rooms" "pattern" {
              name_pattern = "*A*N*"
            }

            data "rocketchat_rooms" "team" {
              team_id = "teamTeamTeamTeam1"
            }

            data "rocketchat_rooms" "alice" {
              owner_username = "alice"
            }

            data "rocketchat_rooms" "bob" {
              owner_id = "bobBobBobBobBob01"
              archived = true
            }

            data "rocketchat_rooms" "none" {
              owner_id = "bobBobBobBobBob01"
              archived = false
            }
            """);

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.Equal(
            ["GENERAL", "annRoomAnnRoom001", "boardRoomBoard001", "discussDiscuss001", "oldRoomOldRoom001", "teamRoomTeamRoom1"],
            await IdsAsync("all"));
        Assert.Equal(["boardRoomBoard001", "teamRoomTeamRoom1"], await IdsAsync("private"));
        Assert.Equal(["annRoomAnnRoom001"], await IdsAsync("pattern"));
        Assert.Equal(["teamRoomTeamRoom1"], await IdsAsync("team"));
        Assert.Equal(["boardRoomBoard001"], await IdsAsync("alice"));
        Assert.Equal(["oldRoomOldRoom001"], await IdsAsync("bob"));
        Assert.Empty(await IdsAsync("none"));
        var discussion = (await fixture.Cli.ResourceAsync("data.rocketchat_rooms.all"))["rooms"]![3]!;
        Assert.Equal("Lunch", discussion.Text("title"));
        Assert.True(discussion["discussion"]!.GetValue<bool>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        async Task<string[]> IdsAsync(string name) => Texts(await fixture.Cli.ResourceAsync($"data.rocketchat_rooms.{name}"), "ids");
    }

    [Theory, EveryToolchain]
    public async Task Rooms_InAWorkspaceOfManyPages_AreAllListed(Toolchain toolchain)
    {
        var options = new RocketChat.Emulator.EmulatorOptions { Seed = OwnedRooms.SharedSeed(250, 2) };
        await using var fixture = await Fixture.CreateAsync(
            toolchain,
            """
            data "rocketchat_rooms" "all" {
              owner_username = "user1"
            }

            output "count" {
              value = length(distinct(data.rocketchat_rooms.all.ids))
            }
            """,
            options);

        (await fixture.Cli.ApplyAsync()).Succeeds().Says("count = 250");
    }

    [Theory, EveryServerVersion]
    public async Task Lists_OnEveryServerVersion_FindTheSame(Toolchain toolchain, string version)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain,
            """
            data "rocketchat_rooms" "carol" {
              owner_username = "carol"
            }

            data "rocketchat_user" "bob" {
              email = "BOB@example.com"
            }

            data "rocketchat_users" "some" {
              usernames = ["bob", "alice"]
              emails    = ["carol@example.com", "bob@example.com"]
            }

            data "rocketchat_users" "deactivated" {
              active = false
            }

            data "rocketchat_users" "administrators" {
              role = "admin"
              type = "user"
            }

            data "rocketchat_room_owners" "general" {
              room_name = "general"
            }
            """,
            new() { VersionProfile = version });
        fixture.Workspace.AddOwner("general", "dave");
        fixture.Workspace.AddOwner("general", "bob");

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.Equal(["discussDiscuss001"], Texts(await fixture.Cli.ResourceAsync("data.rocketchat_rooms.carol"), "ids"));
        Assert.Equal("bobBobBobBobBob01", (await fixture.Cli.ResourceAsync("data.rocketchat_user.bob")).Text("id"));
        Assert.Equal(
            ["aliceAliceAlice01", "bobBobBobBobBob01", "carolCarolCarol01"],
            Texts(await fixture.Cli.ResourceAsync("data.rocketchat_users.some"), "ids"));
        Assert.Equal(["daveDaveDaveDav01"], Texts(await fixture.Cli.ResourceAsync("data.rocketchat_users.deactivated"), "ids"));
        Assert.Equal(["adminadminadmin01"], Texts(await fixture.Cli.ResourceAsync("data.rocketchat_users.administrators"), "ids"));
        var general = await fixture.Cli.ResourceAsync("data.rocketchat_room_owners.general");
        Assert.Equal("GENERAL", general.Text("room_id"));
        Assert.Equal(["adminadminadmin01", "bobBobBobBobBob01", "daveDaveDaveDav01"], Texts(general, "user_ids"));
        Assert.Equal(["admin", "bob", "dave"], Texts(general, "usernames"));
        Assert.Equal([true, true, false], general["owners"]!.AsArray().Select(owner => owner!["active"]!.GetValue<bool>()));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory]
    [EveryToolchain("""data "rocketchat_rooms" "this" { types = ["team"] }""", "`types` can hold `channel` and `private`, not `team`.")]
    [EveryToolchain("""data "rocketchat_rooms" "this" { name_pattern = "#general" }""", "is written without `#`")]
    [EveryToolchain(
        "data \"rocketchat_rooms\" \"this\" {\n owner_id = \"a\"\n owner_username = \"b\"\n}",
        "Only one of `owner_id`, `owner_username`")]
    [EveryToolchain("""data "rocketchat_rooms" "this" { owner_username = "nobody" }""", "There is no user `nobody`")]
    [EveryToolchain("""data "rocketchat_user" "this" { email = "alice" }""", "must be an email address such as")]
    [EveryToolchain("""data "rocketchat_user" "this" { email = "nobody@example.com" }""", "email address `nobody@example.com`")]
    [EveryToolchain("""data "rocketchat_users" "this" { usernames = ["@alice"] }""", "a username is written without `@`")]
    [EveryToolchain("""data "rocketchat_users" "this" { usernames = ["alice", "nix", "nobody"] }""", "does not know `nix`, `nobody`.")]
    [EveryToolchain("""data "rocketchat_users" "this" { type = "person" }""", "type")]
    [EveryToolchain("""data "rocketchat_room_owners" "this" {}""", "One of `room_id`, `room_name` must be set.")]
    [EveryToolchain("""data "rocketchat_room_owners" "this" { room_name = "nowhere" }""", "There is no room `nowhere`")]
    [EveryToolchain("""data "rocketchat_room_owners" "this" { room_id = "aliceAliceAlice01bobBobBobBobBob01" }""", "nobody owns it")]
    public async Task BadInput_OfEachKind_IsOneClearError(Toolchain toolchain, string module, string phrase)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, module);

        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says(phrase);
    }

    [Theory]
    [EveryToolchain("""data "rocketchat_rooms" "this" {}""", "Permission denied")]
    public async Task Lists_ByAnAccountThatMayNotSeeAll_AreRefusedInsteadOfShort(Toolchain toolchain, string module, string phrase)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, module);
        fixture.Cli.Environment["ROCKETCHAT_USER_ID"] = "aliceAliceAlice01";
        fixture.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = RocketChat.Emulator.Seeding.DefaultSeed.AliceToken;

        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says(phrase);
    }

    private static string[] Texts(JsonNode attributes, string name) =>
        [.. attributes[name]!.AsArray().Select(text => text!.GetValue<string>())];
}
