using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests;

/// <summary>Rooms as module authors and tests make them ready: set, joined, discussed in, deleted.</summary>
public sealed class RoomSettingTests
{
    /// <summary>Old servers show only the named fields, or all others; 7.x and 8.x ignore the parameter, 9.0 refuses it.</summary>
    [Theory]
    [InlineData("3.11", """{"name":1,"t":0}""", 200, "_id,name")]
    [InlineData("6.5", """{"name":1,"t":1}""", 200, "_id,name,t")]
    [InlineData("6.5", """{"name":0}""", 200, null)]
    [InlineData("6.5", "nonsense", 400, null)]
    [InlineData("8.8", """{"t":1}""", 200, null)]
    [InlineData("9.0", """{"t":1}""", 400, null)]
    public async Task Info_Fields_AreShownWhereTheyAreHonored(string profile, string fields, int expected, string? keys)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, body) = await emulated.GetAsync("api/v1/rooms.info?roomId=GENERAL&fields=" + Uri.EscapeDataString(fields));
        var found = body["room"]?.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(expected, status);
        if (keys is not null)
        {
            Assert.Equal(keys, string.Join(',', found!));
        }
        else if (expected == 200)
        {
            Assert.Equal(profile == "8.8", found!.Contains("name"));
            Assert.Contains("usersCount", found);
        }
    }

    [Theory]
    [InlineData("channels.setTopic", """{"roomId":"GENERAL","topic":"News"}""", "topic", "News")]
    [InlineData("channels.setDescription", """{"roomId":"GENERAL","description":"All"}""", "description", "All")]
    [InlineData("channels.setAnnouncement", """{"roomId":"GENERAL","announcement":"Hi"}""", "announcement", "Hi")]
    [InlineData("channels.setReadOnly", """{"roomId":"GENERAL","readOnly":true}""", "ro", "true")]
    [InlineData("rooms.saveRoomSettings", """{"rid":"GENERAL","roomTopic":"Both","readOnly":true}""", "topic", "Both")]
    [InlineData("rooms.saveRoomSettings", """{"rid":"GENERAL","roomName":"lobby"}""", "name", "lobby")]
    public async Task Room_Set_ShowsIt(string route, string body, string key, string value)
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, _) = await emulated.PostAsync("api/v1/" + route, body);
        var (_, room) = await emulated.GetAsync("api/v1/channels.info?roomId=GENERAL");

        Assert.Equal((200, value), (status, room["channel"]![key]!.ToString()));
    }

    [Theory]
    [InlineData("channels.setTopic", """{"roomId":"GENERAL"}""")]
    [InlineData("channels.setReadOnly", """{"roomId":"GENERAL","readOnly":false}""")]
    [InlineData("channels.setType", """{"roomId":"GENERAL","type":"c"}""")]
    [InlineData("channels.setType", """{"roomId":"GENERAL","type":"x"}""")]
    [InlineData("rooms.saveRoomSettings", """{"rid":"nosuch","roomTopic":"x"}""")]
    [InlineData("rooms.saveRoomSettings", """{"rid":"GENERAL","roomName":"board"}""")]
    [InlineData("rooms.delete", """{"roomId":"nosuch"}""")]
    [InlineData("rooms.createDiscussion", """{"prid":"nosuch","t_name":"x"}""")]
    [InlineData("im.create", """{"username":"nobody"}""")]
    public async Task Room_SetWrongly_IsRefused(string route, string body)
    {
        await using var emulated = await Emulated.StartAsync();

        Assert.Equal(400, (await emulated.PostAsync("api/v1/" + route, body)).Status);
    }

    [Fact]
    public async Task Channel_MadePrivate_IsAGroup()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, _) = await emulated.PostAsync("api/v1/channels.setType", """{"roomId":"annRoomAnnRoom001","type":"p"}""");

        Assert.Equal((200, 200), (status, (await emulated.GetAsync("api/v1/groups.info?roomId=annRoomAnnRoom001")).Status));
    }

    [Fact]
    public async Task Discussion_Created_IsBelowItsRoomAndBelongsToItsCreator()
    {
        await using var emulated = await Emulated.StartAsync();

        var (_, body) = await emulated.PostAsync(
            "api/v1/rooms.createDiscussion", """{"prid":"GENERAL","t_name":"Lunch today","users":["bob"]}""");
        var discussion = body["discussion"]!;

        Assert.Equal(("GENERAL", "Lunch today", "general"), ($"{discussion["prid"]}", $"{discussion["fname"]}", $"{discussion["topic"]}"));
        Assert.Equal(["admin"], emulated.Server.Workspace.OwnersOf($"{discussion["_id"]}"));
        Assert.Equal(["admin", "bob"], emulated.Server.Workspace.MembersOf($"{discussion["_id"]}"));
    }

    [Fact]
    public async Task DirectMessage_CreatedTwice_IsTheSameRoom()
    {
        await using var emulated = await Emulated.StartAsync();

        var (_, first) = await emulated.PostAsync("api/v1/im.create", """{"username":"bob"}""");
        var (_, second) = await emulated.PostAsync("api/v1/dm.create", """{"usernames":"bob"}""");

        Assert.Equal($"{first["room"]!["rid"]}", $"{second["room"]!["_id"]}");
    }

    [Fact]
    public async Task Channel_Joined_HasAMemberMore()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Workspace.RemoveMember("GENERAL", "alice");

        var (status, _) = await emulated.PostAsync("api/v1/channels.join", """{"roomId":"GENERAL"}""", user: "alice");

        Assert.Equal(200, status);
        Assert.Contains("alice", emulated.Server.Workspace.MembersOf("GENERAL"));
    }

    [Fact]
    public async Task Room_Deleted_IsGone()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, _) = await emulated.PostAsync("api/v1/rooms.delete", """{"roomId":"annRoomAnnRoom001"}""");

        Assert.Equal(200, status);
        Assert.Null(emulated.Server.Workspace.FindRoom("annRoomAnnRoom001"));
    }

    [Fact]
    public async Task BroadcastGroup_Created_IsReadOnly()
    {
        await using var emulated = await Emulated.StartAsync("6.5");

        var (_, body) = await emulated.PostAsync("api/v1/groups.create", """{"name":"radio","extraData":{"broadcast":true}}""");

        Assert.Equal(("true", "true"), ($"{body["group"]!["broadcast"]}", $"{body["group"]!["ro"]}"));
    }

    [Fact]
    public async Task InitialRoom_OfAFreshServer_HasFewKeysAndItsBotAsCreator()
    {
        await using var emulated = await Emulated.StartAsync();

        var (_, body) = await emulated.GetAsync("api/v1/rooms.adminRooms.getRoom?rid=GENERAL");

        Assert.Equal((false, false, "rocket.cat"), (body.ContainsKey("fname"), body.ContainsKey("ro"), $"{body["u"]!["username"]}"));
    }

    /// <summary>Rocket.Chat's own tests of 7.7 and 8.3.</summary>
    [Fact]
    public async Task PublicChannelOfAPrivateTeam_ForAnOutsider_IsClosed()
    {
        await using var emulated = await Emulated.StartAsync();
        await emulated.PostAsync("api/v1/teams.addRooms", """{"teamId":"teamTeamTeamTeam1","rooms":["annRoomAnnRoom001"]}""");
        await emulated.PostAsync("api/v1/channels.kick", """{"roomId":"annRoomAnnRoom001","username":"alice"}""");
        await emulated.PostAsync("api/v1/teams.removeMember", """{"teamId":"teamTeamTeamTeam1","userId":"aliceAliceAlice01"}""");

        var (status, _) = await emulated.GetAsync("api/v1/channels.info?roomId=annRoomAnnRoom001", user: "alice");
        var (_, rooms) = await emulated.GetAsync("api/v1/teams.listRooms?teamId=teamTeamTeamTeam1");

        Assert.Equal((403, 1), (status, rooms["total"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Team_RenamedLeftAndDeleted_TakesItsMainRoomAlong()
    {
        await using var emulated = await Emulated.StartAsync();

        await emulated.PostAsync("api/v1/teams.update", """{"teamId":"teamTeamTeamTeam1","data":{"name":"ship","type":0}}""");
        var renamed = emulated.Server.Workspace.FindRoom("ship");
        await emulated.PostAsync("api/v1/teams.leave", """{"teamName":"ship"}""", user: "alice");
        var members = emulated.Server.Workspace.MembersOf("ship");
        var (status, _) = await emulated.PostAsync("api/v1/teams.delete", """{"teamName":"ship"}""");

        Assert.Equal(("c", 200), (renamed!.Type, status));
        Assert.DoesNotContain("alice", members);
        Assert.Null(emulated.Server.Workspace.FindRoom("ship"));
    }

    [Fact]
    public async Task State_WithAPlainMemberOfATeam_CanBeLoadedAgain()
    {
        await using var emulated = await Emulated.StartAsync();
        await emulated.PostAsync(
            "api/v1/teams.addMembers", """{"teamId":"teamTeamTeamTeam1","members":[{"userId":"carolCarolCarol01","roles":["member"]}]}""");
        using var dump = await emulated.RawAsync("GET", "_emulator/state", user: null);
        var state = await dump.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(200, (await emulated.SendAsync("PUT", "_emulator/state", state, user: null)).Status);
    }

    [Theory]
    [InlineData("rooms/board/rename", """{"name":"general"}""")]
    [InlineData("users/bob/rename", """{"username":"alice"}""")]
    public async Task Rename_ToATakenName_IsRefused(string path, string body)
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, refusal) = await emulated.PostAsync("_emulator/" + path, body, user: null);

        Assert.Equal(400, status);
        Assert.Contains("already", refusal["error"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.11", false)]
    [InlineData("6.5", true)]
    public async Task DefaultSeed_OfAVersionWithoutTeams_HasNoRoomOfOne(string profile, bool hasTeam)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        Assert.Equal(hasTeam, emulated.Server.Workspace.FindRoom("crew") is not null);
    }

    [Theory]
    [InlineData("3.11", 200)]
    [InlineData("6.5", 400)]
    public async Task LastActiveAdministrator_Deactivated_IsRefusedSinceTheVersionThatLooks(string profile, int expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, _) = await emulated.PostAsync(
            "api/v1/users.setActiveStatus",
            $$"""{"userId":"{{DefaultSeed.AdminId}}","activeStatus":false,"confirmRelinquish":true}""");

        Assert.Equal(expected, status);
    }

    /// <summary>Seen on real servers: the one who leaves keeps the ownership, and loses every token.</summary>
    [Fact]
    public async Task LastOwner_DeactivatedWithConsent_StaysOwnerBesideTheHeir()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, _) = await emulated.PostAsync(
            "api/v1/users.setActiveStatus", """{"userId":"aliceAliceAlice01","activeStatus":false,"confirmRelinquish":true}""");
        var (afterwards, _) = await emulated.GetAsync("api/v1/me", user: "alice");
        emulated.Server.Workspace.SetActive("alice", true);
        var (activeAgain, _) = await emulated.GetAsync("api/v1/me", user: "alice");

        Assert.Equal((200, 401, 401), (status, afterwards, activeAgain));
        Assert.Equal(["alice", "bob"], emulated.Server.Workspace.OwnersOf("board"));
    }
}
