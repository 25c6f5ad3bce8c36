using System.Text;
using Microsoft.Extensions.Time.Testing;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests;

public sealed class SeedTests
{
    [Theory]
    [InlineData("""{"users":[{"username":"a"},{"username":"a"}]}""", "users[1].username is 'a', as is users[0].username")]
    [InlineData("""{"users":[{"username":"a","type":"robot"}]}""", "users[0].type is 'robot', but must be one of user, bot, app")]
    [InlineData("""{"users":[{"username":"a","password":"x","passwordSha256":"y"}]}""", "users[0] has both password and passwordSha256")]
    [InlineData("""{"rooms":[{"name":"r","type":"c","members":[{"username":"ghost"}]}]}""", "rooms[0].members[0].username: there is no user 'ghost'")]
    [InlineData("""{"users":[{"username":"a"}],"rooms":[{"type":"p","creator":"a"}]}""", "rooms[0] has no name")]
    [InlineData("""{"users":[{"username":"a"}],"rooms":[{"name":"r","type":"x","creator":"a"}]}""", "rooms[0].type is 'x'")]
    [InlineData("""{"users":[{"username":"a"}],"rooms":[{"name":"r","type":"c","creator":"a","prid":"gone"}]}""", "rooms[0].prid")]
    [InlineData("""{"rooms":[{"name":"r","type":"c"}]}""", "somebody must have made it")]
    [InlineData("""{"users":[{"name":"nobody"}]}""", "username")]
    [InlineData("""{"colour":"red"}""", "colour")]
    [InlineData("""{"dns":{"zone":""}}""", "dns: the zone needs a name")]
    [InlineData("""{"dns":{"zone":"a..b"}}""", "dns: a label has 1 to 63 letters")]
    [InlineData("""{"dns":{"records":["chat"]}}""", "dns: 'chat' is no record: write NAME TYPE DATA")]
    [InlineData("""{"dns":{"records":["chat A ::1"]}}""", "'::1' is not an address of this type")]
    [InlineData("""{"dns":{"records":["chat MX 1 mail"]}}""", "the type MX is not known here")]
    [InlineData("""{"dns":{"records":["chat.example.com. A 127.0.0.1"]}}""", "'chat.example.com' is not in the zone")]
    [InlineData("""{"dns":{"records":["chat NS ns1"]}}""", "sub-zones are not served here")]
    [InlineData("""{"dns":{"records":["chat SRV 1 1 99999 chat"]}}""", "dns: 'chat SRV 1 1 99999 chat' is no record")]
    [InlineData("""{"teams":[{"id":"t"}]}""", "teams[0].id: no room with teamMain has the teamId 't'; add")]
    [InlineData("""{"users":[{"username":"a"}],"rooms":[{"name":"r","type":"c","creator":"a","teamId":"t","teamMain":true}],"teams":[{"id":"t","members":[{"username":"b"}]}]}""", "teams[0].members[0].username: there is no user 'b'")]
    [InlineData("""{"users":[{"username":"a"}],"rooms":[{"name":"r","type":"c","creator":"a","teamId":"t","teamMain":true},{"name":"s","type":"c","creator":"a","teamId":"t","teamMain":true}]}""", "rooms[1].teamId is 't', as is rooms[0].teamId")]
    [InlineData("""{"users":""", "users")]
    public void Parse_ImpossibleWorkspace_SaysWhatAndWhere(string json, string expected)
    {
        var error = Assert.Throws<SeedException>(() => SeedReader.Parse(Encoding.UTF8.GetBytes(json)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
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

        var error = await Assert.ThrowsAsync<SeedException>(() => EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken));

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
                  "users": [{ "username": "alice", "roles": ["user", "auditor"], "tokens": [{ "name": "t", "token": "emulated-personal-access-token-of-alice-000" }] }],
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

    /// <summary>Whatever an endpoint can change, another emulator that is planted with the dump shows alike.</summary>
    [Theory]
    [InlineData("6.5")]
    [InlineData("8.8")]
    public async Task ToSeed_ChangedByEndpointsAndPlantedAgain_AnswersTheSame(string profile)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var first = await Emulated.StartAsync(new EmulatorOptions { VersionProfile = profile, TimeProvider = clock });
        clock.Advance(TimeSpan.FromMinutes(5));
        var workspace = first.Server.Workspace;
        await ChangeAsync("teams.create", $$"""{"name":"builders","type":1,"members":["bob","carol"],"owner":"{{workspace.FindUser("alice")!.Id}}"}""");
        await ChangeAsync("teams.updateMember", $$"""{"teamName":"builders","member":{"roles":["owner"],"userId":"{{workspace.FindUser("bob")!.Id}}"} }""");
        await ChangeAsync("roles.addUserToRole", $$"""{"roleId":"owner","username":"carol","roomId":"{{workspace.FindRoom("builders")!.Id}}"}""");
        await ChangeAsync("channels.addOwner", """{"roomId":"GENERAL","userId":"aliceAliceAlice01"}""");
        await ChangeAsync("users.setPreferences", """{"data":{"sendOnEnter":"alternative"}}""");
        await ChangeAsync("users.create", """{"username":"new","name":"New","email":"new@example.com","password":"new-password","requirePasswordChange":true}""");
        workspace.AddPersonalAccessToken("admin", "later", bypassTwoFactor: true);
        workspace.RenameRoom("builders", "masons");
        clock.Advance(TimeSpan.FromMinutes(5));

        await using var second = await Emulated.StartAsync(new EmulatorOptions
        {
            VersionProfile = profile,
            TimeProvider = clock,
            Seed = SeedReader.Parse(SeedWriter.Write(workspace.ToSeed())),
        });

        foreach (var path in (string[])["teams.listAll", "teams.members?teamName=builders", "rooms.adminRooms", "users.list", "me", "users.getPreferences", "users.getPersonalAccessTokens"])
        {
            var (before, after) = ((await first.GetAsync("api/v1/" + path)).Body.ToJsonString(), (await second.GetAsync("api/v1/" + path)).Body.ToJsonString());
            Assert.Equal(before, after.Replace(second.Server.Url.Authority, first.Server.Url.Authority, StringComparison.Ordinal));
            Assert.Contains("\"success\":true", before, StringComparison.Ordinal);
        }
        Assert.Equal(workspace.TeamOwnersOf("builders"), second.Server.Workspace.TeamOwnersOf("builders"));
        Assert.NotEqual(second.Server.Workspace.OwnersOf("masons"), second.Server.Workspace.TeamOwnersOf("builders"));

        async Task ChangeAsync(string endpoint, string body) => Assert.Equal((endpoint, 200), (endpoint, (await first.PostAsync("api/v1/" + endpoint, body)).Status));
    }

    /// <summary>Who was deleted since stays in no dump, so that the dump can be planted.</summary>
    [Fact]
    public async Task ToSeed_MemberOfATeamDeleted_CanBePlanted()
    {
        await using var first = await Emulated.StartAsync();
        first.Server.Workspace.RemoveOwner("crew", "admin");
        first.Server.Workspace.DeleteUser("bob");

        await using var second = await Emulated.StartAsync(new EmulatorOptions { Seed = SeedReader.Parse(SeedWriter.Write(first.Server.Workspace.ToSeed())) });

        Assert.Equal(["admin"], second.Server.Workspace.TeamOwnersOf("crew"));
        Assert.Empty(second.Server.Workspace.OwnersOf("crew"));
    }
}
