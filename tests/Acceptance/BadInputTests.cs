using Acceptance.Running;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>A mistake in a configuration ends in one error that names the attribute and the remedy, and changes nothing.</summary>
public sealed class BadInputTests
{
    [Theory]
    [EveryToolchain("room_id = \"\"\n user_id = \"a\"", "room_id", "must not be empty")]
    [EveryToolchain("room_id = \"GENERAL\"\n user_id = \"\"", "user_id", "must not be empty")]
    [EveryToolchain("room_id = \"GENERAL\"\n username = \"\"", "username", "must not be empty")]
    [EveryToolchain("room_id = \"a/b\"\n user_id = \"a\"", "`room_id`", "data source `rocketchat_room`")]
    [EveryToolchain("room_id = \"GENERAL\"\n user_id = \"a/b\"", "`user_id`", "data source")]
    [EveryToolchain("room_id = \"größe\"\n user_id = \"a\"", "`room_id`", "data source `rocketchat_room`")]
    [EveryToolchain("room_id = \"GENERAL\"\n username = \"@alice\"", "`username`", "without `@`")]
    [EveryToolchain("room_id = \"GENERAL\"", "user_id", "username")]
    [EveryToolchain("room_id = \"GENERAL\"\n user_id = \"a\"\n on_destroy = \"explode\"", "on_destroy", "keep")]
    [EveryToolchain("user_id = \"a\"", "room_id", "room_name")]
    public async Task Validate_OfImpossibleOwner_NamesAttributeAndRemedy(Toolchain toolchain, string body, string attribute, string remedy)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, $"resource \"rocketchat_room_owner\" \"this\" {{\n {body}\n}}");

        (await fixture.Cli.ValidateAsync()).Fails().HasOne("Error").Says(attribute).Says(remedy);

        Assert.Empty(fixture.Requests);
    }

    [Theory, EveryToolchain]
    public async Task Validate_OfMistakeInsideNestedObject_PointsAtTheObject(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            resource "rocketchat_push_settings" "this" {
              enabled = true
              default_notifications = {
                mobile = "sometimes"
              }
            }
            """);

        (await fixture.Cli.ValidateAsync()).Fails().HasOne("Error")
            .Says("main.tf line 3, in resource \"rocketchat_push_settings\" \"this\"").Says("`default_notifications.mobile`");
    }

    // A CLI quotes all lines of the attribute that an error points at.
    [Theory]
    [EveryToolchain("provider \"rocketchat\" {\n url = \"http://bob:MARK@127.0.0.1:1\"\n}", "`url`")]
    [EveryToolchain("provider \"rocketchat\" {\n url = \"http://127.0.0.1:1/?token=MARK\"\n}", "`url`")]
    [EveryToolchain("provider \"rocketchat\" {\n auth_token = \" MARK \"\n}", "`auth_token`")]
    [EveryToolchain("provider \"rocketchat\" {\n totp_secret = \"MARK 0189\"\n}", "`totp_secret`")]
    [EveryToolchain("provider \"rocketchat\" {\n proxy_url = \"ftp://bob:MARK@127.0.0.1\"\n}", "`proxy_url`")]
    [EveryToolchain("provider \"rocketchat\" {\n headers = { \"a b\" = \"MARK\" }\n}", "`headers")]
    [EveryToolchain(
        "resource \"rocketchat_push_settings\" \"x\" {\n apns = {\n key = \"MARK\"\n key_wo = \"MARK\"\n }\n}",
        "`apns.key_wo`")]
    [EveryToolchain("resource \"rocketchat_license\" \"x\" {\n license = \"MARK\"\n license_wo = \"MARK\"\n}", "`license_wo`")]
    [EveryToolchain(
        "resource \"rocketchat_setting\" \"x\" {\n setting_id = \"SMTP_Password\"\n value = true\n sensitive_value = \"MARK\"\n}",
        "`sensitive_value`")]
    [EveryToolchain(
        "resource \"rocketchat_workspace_registration\" \"x\" {\n accept_privacy_terms = true\n registration_token = \" MARK \"\n}",
        "`registration_token`")]
    public async Task Plan_WithASecretWrittenOut_NamesTheAttributeAndQuotesNoLineOfIt(
        Toolchain toolchain, string module, string attribute)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, module + "\ndata \"rocketchat_server\" \"any\" {}");

        var result = (await fixture.Cli.PlanAsync()).Fails().Says("main.tf line 1, in ").Says(attribute);

        Assert.DoesNotContain("MARK", result.Output + result.ErrorOutput, StringComparison.Ordinal);
    }

    [Theory]
    [EveryToolchain("noSuchRoomNoSuch1", "aliceAliceAlice01", "Room \"noSuchRoomNoSuch1\" not found", "room_id")]
    [EveryToolchain("GENERAL", "noSuchUserNoSuch1", "User \"noSuchUserNoSuch1\" not found", "user_id")]
    [EveryToolchain("boardRoomBoard001", "carolCarolCarol01", "is not a member of", "Invite the user to the room")]
    [EveryToolchain("aliceAliceAlice01bobBobBobBobBob01", "aliceAliceAlice01", "direct message", "Choose a channel")]
    public async Task Apply_OfOwnerThatCannotBe_SaysWhy(Toolchain toolchain, string roomId, string userId, string problem, string remedy)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, $$"""
            resource "rocketchat_room_owner" "this" {
              room_id = "{{roomId}}"
              user_id = "{{userId}}"
            }
            """);

        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error").Says(problem).Says(remedy);

        Assert.Null((await fixture.Cli.ShowStateAsync())["values"]);
        Assert.DoesNotContain("owner", fixture.Workspace.GlobalRolesOf("alice"));
    }

    [Theory]
    [EveryToolchain("rocketchat_room", "name", "no such room")]
    [EveryToolchain("rocketchat_room", "id", "noSuchRoomNoSuch1")]
    [EveryToolchain("rocketchat_user", "username", "nobody")]
    [EveryToolchain("rocketchat_user", "id", "noSuchUserNoSuch1")]
    public async Task Lookup_OfWhatIsNotThere_NamesIt(Toolchain toolchain, string dataSource, string attribute, string value)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, $$"""
            data "{{dataSource}}" "this" {
              {{attribute}} = "{{value}}"
            }
            """);

        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says($"`{value}`").Says("not found").Says(attribute);
    }

    [Theory, EveryToolchain]
    public async Task Apply_WithAccountThatMayNot_SaysWhichRightIsMissing(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            resource "rocketchat_room_owner" "this" {
              room_id = "GENERAL"
              user_id = "bobBobBobBobBob01"
            }
            """);
        fixture.Cli.Environment["ROCKETCHAT_USER_ID"] = "aliceAliceAlice01";
        fixture.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AliceToken;

        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error").Says("Owners of \"general\" cannot be set").Says("permission")
            .DoesNotSay(DefaultSeed.AliceToken);

        Assert.Equal(["admin"], fixture.Workspace.OwnersOf("GENERAL"));
    }

    [Theory, EveryToolchain]
    public async Task Refresh_WhenServerRefuses_KeepsState(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnerTests.AliceOwnsGeneral);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        var before = await fixture.Cli.ShowStateAsync();
        fixture.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = "a-token-that-was-revoked";

        (await fixture.Cli.ApplyAsync("-refresh-only")).Fails().HasOne("Error").Says("`auth_token`");

        Assert.Equal(before.ToJsonString(), (await fixture.Cli.ShowStateAsync()).ToJsonString());
    }
}
