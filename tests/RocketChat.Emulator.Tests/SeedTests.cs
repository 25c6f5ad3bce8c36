using System.Text;
using Microsoft.Extensions.Time.Testing;
using RocketChat.Emulator.Loading;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests;

public sealed class SeedTests
{
    [Theory]
    [InlineData("""{"users":[{"username":"a"},{"username":"a"}]}""", "users[1].username is 'a', as is users[0].username")]
    [InlineData("""{"users":[{"username":"a","type":"robot"}]}""", "users[0].type is 'robot', but must be one of user, bot, app")]
    [InlineData(
        """{"users":[{"username":"a","password":"x","""
        + """ "passwordSha256":"0123456789012345678901234567890123456789012345678901234567890123"}]}""",
        "users[0] has both password and passwordSha256")]
    [InlineData(
        """{"rooms":[{"name":"r","type":"c","members":[{"username":"ghost"}]}]}""",
        "rooms[0].members[0].username: there is no user 'ghost'")]
    [InlineData("""{"users":[{"username":"a"}],"rooms":[{"type":"p","creator":"a"}]}""", "rooms[0] has no name")]
    [InlineData("""{"users":[{"username":"a"}],"rooms":[{"name":"r","type":"x","creator":"a"}]}""", "rooms[0].type is 'x'")]
    [InlineData("""{"users":[{"username":"a"}],"rooms":[{"name":"r","type":"c","creator":"a","prid":"gone"}]}""", "rooms[0].prid")]
    [InlineData("""{"rooms":[{"name":"r","type":"c"}]}""", "rooms[0] has neither creator nor members; add one")]
    [InlineData("""{"users":[{"name":"nobody"}]}""", "users[0].username is missing; it is required")]
    [InlineData("""{"color":"red"}""", "color: there is no such key; known here are cloud, dns, ")]
    [InlineData("""{"users":[{"username":"a","color":1}]}""", "users[0].color: there is no such key; known here are active, createdAt, ")]
    [InlineData("""{"users":[{"username":"a","active":"yes"}]}""", "users[0].active is \"yes\", but must be true or false, without quotes")]
    [InlineData("""{"users":[{"username":17}]}""", "users[0].username is 17, but must be a string in quotes")]
    [InlineData(
        """{"users":[{"username":"a","createdAt":"yesterday"}]}""",
        "users[0].createdAt is \"yesterday\", but must be a moment such as")]
    [InlineData("""{"users":[{"username":"a","username":"b"}]}""", "users[0].username is there twice; keep one")]
    [InlineData("""{"users":[null]}""", "users[0] is null, but must be an object in { }")]
    [InlineData("""{"users":[{"username":"a","roles":[null]}]}""", "users[0].roles[0] is null, but must be a string in quotes")]
    [InlineData("""{"users":[{"username":null}]}""", "users[0].username is null; give it a value")]
    [InlineData("""{"users":null}""", "users is null; give it a value, or leave it out")]
    [InlineData("""{"users":{"username":"a"}}""", "users is an object, but must be a list in [ ]")]
    [InlineData("""{"permissions":{"view-c-room":"admin"}}""", "permissions.view-c-room is \"admin\", but must be a list in [ ]")]
    [InlineData("""{"cloud":{"delayMilliseconds":0.5}}""", "cloud.delayMilliseconds is 0.5, but must be an integer")]
    [InlineData("[]", "the seed is a list, but must be an object in { }")]
    [InlineData("null", "the seed is null, but must be an object in { }")]
    [InlineData(" \n", "it is empty; write {}")]
    [InlineData("{\n  \"users\": [}\n", "line 2, column 13: not JSON: ")]
    [InlineData(
        """{"users":[{"username":"a","roles":["wizard"]}]}""",
        "users[0].roles[0]: there is no role 'wizard'; add it to roles, or use one of admin, ")]
    [InlineData(
        """{"users":[{"username":"a"}],"rooms":[{"name":"r","type":"c","members":[{"username":"a","roles":["boss"]}]}]}""",
        "rooms[0].members[0].roles[0]: there is no role 'boss'")]
    [InlineData("""{"permissions":{"view-c-room":["auditor"]}}""", "permissions.view-c-room[0]: there is no role 'auditor'")]
    [InlineData("""{"roles":[{"id":"owner"}]}""", "roles[0].id is 'owner', as is the built-in role")]
    [InlineData("""{"roles":[{"id":"x","scope":"Rooms"}]}""", "roles[0].scope is 'Rooms', but must be one of Users, Subscriptions")]
    [InlineData("""{"users":[{"username":"a","totpSecret":"not base32!"}]}""", "users[0].totpSecret must be Base32")]
    [InlineData(
        """{"users":[{"username":"a","passwordSha256":"abc"}]}""",
        "users[0].passwordSha256 must be 64 lower-case hexadecimal digits")]
    [InlineData("""{"users":[{"username":"a","email":"nobody"}]}""", "users[0].email is 'nobody', but an address has an @")]
    [InlineData("""{"cloud":{"delayMilliseconds":-1}}""", "cloud.delayMilliseconds is less than 0")]
    [InlineData("""{"dns":{"zone":""}}""", "dns: the zone needs a name")]
    [InlineData("""{"dns":{"zone":"a..b"}}""", "dns: a label has 1 to 63 letters")]
    [InlineData("""{"dns":{"records":["chat"]}}""", "dns: 'chat' is not a record: write NAME TYPE DATA")]
    [InlineData("""{"dns":{"records":["chat A ::1"]}}""", "'::1' is not an address of this type")]
    [InlineData("""{"dns":{"records":["chat MX 1 mail"]}}""", "the type MX is not known here")]
    [InlineData("""{"dns":{"records":["chat.example.com. A 127.0.0.1"]}}""", "'chat.example.com' is not in the zone")]
    [InlineData("""{"dns":{"records":["chat NS ns1"]}}""", "sub-zones are not served here")]
    [InlineData("""{"dns":{"records":["chat SRV 1 1 99999 chat"]}}""", "dns: 'chat SRV 1 1 99999 chat' is not a record")]
    [InlineData("""{"teams":[{"id":"t"}]}""", "teams[0].id: no room with teamMain has the teamId 't'; add")]
    [InlineData(
        """{"users":[{"username":"a"}],"rooms":[{"name":"r","type":"c","creator":"a","teamId":"t","teamMain":true}],"""
        + """ "teams":[{"id":"t","members":[{"username":"b"}]}]}""",
        "teams[0].members[0].username: there is no user 'b'")]
    [InlineData(
        """{"users":[{"username":"a"}],"rooms":[{"name":"r","type":"c","creator":"a","teamId":"t","teamMain":true},"""
        + """{"name":"s","type":"c","creator":"a","teamId":"t","teamMain":true}]}""",
        "rooms[1].teamId is 't', as is rooms[0].teamId")]
    [InlineData("""{"users":""", "line 1, column 10: not JSON: ")]
    public void Parse_ImpossibleWorkspace_SaysWhatAndWhere(string json, string expected)
    {
        var error = Assert.Throws<SeedException>(() => SeedReader.Parse(Encoding.UTF8.GetBytes(json)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SeveralMistakes_TellsAllAtOnce()
    {
        var error = Assert.Throws<SeedException>(
            () => SeedReader.Parse("""{"users":[{"active":1},{"username":"b","type":true}],"dns":[]}"""u8));

        Assert.Equal(4, error.Message.Split('\n').Length);
    }

    [Fact]
    public void Parse_TwoUsersWithOneToken_DoesNotRepeatTheToken()
    {
        const string json = """{"users":[{"username":"a","tokens":[{"token":"s3cret"}]},{"username":"b","tokens":[{"token":"s3cret"}]}]}""";

        var error = Assert.Throws<SeedException>(() => SeedReader.Parse(Encoding.UTF8.GetBytes(json)));

        Assert.DoesNotContain("s3cret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_SeedFileMissing_NamesTheFile()
    {
        var options = new EmulatorOptions { SeedFile = "no-such-seed.json" };

        var error = await Assert.ThrowsAsync<SeedException>(
            () => EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.Contains("no-such-seed.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_CustomRoleAndPermission_LetsItsHoldersIn()
    {
        await using var emulated = await Emulated.StartAsync(new EmulatorOptions
        {
            Seed = SeedReader.Parse("""
                {
                  // a role with less than an administrator has
                  "roles": [{ "id": "auditor" }],
                  "permissions": { "view-room-administration": ["admin", "auditor"] },
                  "users": [
                    {
                      "username": "alice",
                      "roles": ["user", "auditor"],
                      "tokens": [{ "name": "t", "token": "emulated-personal-access-token-of-alice-000" }]
                    }
                  ],
                }

                """u8),
        });

        Assert.Equal(200, (await emulated.GetAsync("api/v1/rooms.adminRooms", user: "alice")).Status);
    }

    [Fact]
    public async Task ToSeed_PlantedAgain_GivesTheSameWorkspace()
    {
        await using var first = await Emulated.StartAsync();
        await using var second = await Emulated.StartAsync(new EmulatorOptions { Seed = first.Server.Workspace.ToSeed() });

        Assert.Equal(SeedWriter.Write(first.Server.Workspace.ToSeed()), SeedWriter.Write(second.Server.Workspace.ToSeed()));
    }

    /// <summary>Every change by an endpoint is in the dump: an emulator that starts with it gives the same answers.</summary>
    [Theory]
    [InlineData("6.5")]
    [InlineData("8.8")]
    [InlineData("9.0")]
    public async Task ToSeed_ChangedByEndpointsAndPlantedAgain_AnswersTheSame(string profile)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var first = await Emulated.StartAsync(new EmulatorOptions { VersionProfile = profile, TimeProvider = clock });
        clock.Advance(TimeSpan.FromMinutes(5));
        var workspace = first.Server.Workspace;
        await ChangeAsync(
            "teams.create", $$"""{"name":"builders","type":1,"members":["bob","carol"],"owner":"{{workspace.FindUser("alice")!.Id}}"}""");
        await ChangeAsync(
            "teams.updateMember",
            $$"""{"teamName":"builders","member":{"roles":["owner"],"userId":"{{workspace.FindUser("bob")!.Id}}"} }""");
        await ChangeAsync(
            "roles.addUserToRole", $$"""{"roleId":"owner","username":"carol","roomId":"{{workspace.FindRoom("builders")!.Id}}"}""");
        await ChangeAsync("channels.addOwner", """{"roomId":"GENERAL","userId":"aliceAliceAlice01"}""");
        await ChangeAsync("users.setPreferences", """{"data":{"sendOnEnter":"alternative"}}""");
        await ChangeAsync(
            "users.create",
            """{"username":"new","name":"New","email":"new@example.com","password":"new-password","requirePasswordChange":true}""");
        workspace.AddPersonalAccessToken("admin", "later", bypassTwoFactor: true);
        workspace.RenameRoom("builders", "masons");
        clock.Advance(TimeSpan.FromMinutes(5));

        await using var second = await Emulated.StartAsync(new EmulatorOptions
        {
            VersionProfile = profile,
            TimeProvider = clock,
            Seed = SeedReader.Parse(SeedWriter.Write(workspace.ToSeed())),
        });

        string[] paths =
        [
            "teams.listAll",
            "teams.members?teamName=builders",
            "rooms.adminRooms",
            "users.list",
            "me",
            "users.getPreferences",
            "users.getPersonalAccessTokens",
        ];
        foreach (var path in paths)
        {
            var (before, after) = (
                (await first.GetAsync("api/v1/" + path)).Body.ToJsonString(),
                (await second.GetAsync("api/v1/" + path)).Body.ToJsonString());
            Assert.Equal(before, after.Replace(second.Server.Url.Authority, first.Server.Url.Authority, StringComparison.Ordinal));
            Assert.Contains("\"success\":true", before, StringComparison.Ordinal);
        }

        Assert.Equal(workspace.TeamOwnersOf("builders"), second.Server.Workspace.TeamOwnersOf("builders"));
        Assert.NotEqual(second.Server.Workspace.OwnersOf("masons"), second.Server.Workspace.TeamOwnersOf("builders"));

        async Task ChangeAsync(string endpoint, string body) => Assert.Equal(
            (endpoint, 200), (endpoint, (await first.PostAsync("api/v1/" + endpoint, body)).Status));
    }

    /// <summary>A deleted user is not in the dump, so that an emulator can start with it.</summary>
    [Fact]
    public async Task ToSeed_MemberOfATeamDeleted_CanBePlanted()
    {
        await using var first = await Emulated.StartAsync();
        first.Server.Workspace.RemoveOwner("crew", "admin");
        first.Server.Workspace.DeleteUser("bob");

        await using var second = await Emulated.StartAsync(
            new EmulatorOptions { Seed = SeedReader.Parse(SeedWriter.Write(first.Server.Workspace.ToSeed())) });

        Assert.Equal(["admin"], second.Server.Workspace.TeamOwnersOf("crew"));
        Assert.Empty(second.Server.Workspace.OwnersOf("crew"));
    }
}
