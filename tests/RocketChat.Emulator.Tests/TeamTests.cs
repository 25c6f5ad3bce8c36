using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Tests;

/// <summary><c>teams.*</c> as the server's source has them; no recording shows any.</summary>
public sealed class TeamTests
{
    private const string Alice = "aliceAliceAlice01", Bob = "bobBobBobBobBob01", Carol = "carolCarolCarol01", Dave = "daveDaveDaveDav01";

    [Theory]
    [InlineData("6.5")]
    [InlineData("8.8")]
    public async Task Create_WithMembersAndOwner_MakesTeamAndMainRoom(string profile)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, body) = await emulated.PostAsync(
            "api/v1/teams.create", $$"""{"name":"builders","type":1,"members":["{{Bob}}","carol","{{Dave}}"],"owner":"{{Alice}}"}""");

        Assert.Equal(
            (200, 1, "admin"), (status, body["team"]!["type"]!.GetValue<int>(), body["team"]!["createdBy"]!["username"]!.ToString()));
        Assert.Equal(["alice"], emulated.Server.Workspace.TeamOwnersOf("builders"));
        Assert.Equal(["alice"], emulated.Server.Workspace.OwnersOf("builders"));
        Assert.Equal(["alice", "bob", "carol"], emulated.Server.Workspace.MembersOf("builders"));
        Assert.Equal(
            ("p", true), (emulated.Server.Workspace.FindRoom("builders")!.Type, emulated.Server.Workspace.FindRoom("builders")!.TeamMain));
    }

    [Theory]
    [InlineData("""{"name":"Crew","type":0}""", "team-name-already-exists")]
    [InlineData("""{"name":"alice","type":0}""", "team-name-already-exists")]
    [InlineData("""{"name":"board","type":0}""", "room-name-already-exists")]
    [InlineData("""{"name":"new","type":0,"owner":"nobody"}""", "error-team-creation")]
    [InlineData("""{"name":"new","type":7}""", "Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation in field type")]
    [InlineData("""{"type":0}""", "Match error: Missing key 'name'")]
    public async Task Create_Impossible_SaysWhy(string body, string expected)
    {
        await using var emulated = await Emulated.StartAsync("7.10");

        var (status, answer) = await emulated.PostAsync("api/v1/teams.create", body);

        Assert.Equal((400, expected), (status, answer["error"]!.ToString()));
    }

    [Fact]
    public async Task Lists_OwnTeamsAndAll_TellThemApart()
    {
        await using var emulated = await Emulated.StartAsync();
        await emulated.PostAsync("api/v1/teams.create", """{"name":"builders","type":1}""");

        var (_, all) = await emulated.GetAsync("api/v1/teams.listAll?count=1");
        var (_, own) = await emulated.GetAsync("api/v1/teams.list", user: "alice");
        var (refused, _) = await emulated.GetAsync("api/v1/teams.listAll", user: "alice");

        Assert.Equal(
            (1, 2, "builders"), (all["count"]!.GetValue<int>(), all["total"]!.GetValue<int>(), all["teams"]![0]!["name"]!.ToString()));
        Assert.Equal((1, 0), (all["teams"]![0]!["numberOfUsers"]!.GetValue<int>(), all["teams"]![0]!["rooms"]!.GetValue<int>()));
        Assert.Equal(["crew"], own["teams"]!.AsArray().Select(team => team!["name"]!.ToString()));
        Assert.Equal(403, refused);
    }

    [Theory]
    [InlineData("7.10", "admin", "teamName=builders", 200, null)]
    [InlineData("7.10", "alice", "teamName=builders", 403, "unauthorized")]
    [InlineData("7.10", "admin", "teamName=nobody", 400, "Team not found")]
    [InlineData("7.10", "admin", "teamId=builders", 400, "Team not found")]
    [InlineData("7.10", "admin", "", 400, "Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation")]
    [InlineData("8.8", "admin", "teamId=a&teamName=builders", 400, "must match exactly one schema in oneOf")]
    public async Task Info_ByIdOrName_OnlyForThoseWhoSeeTheRoom(string profile, string user, string query, int expected, string? error)
    {
        await using var emulated = await Emulated.StartAsync(profile);
        await emulated.PostAsync("api/v1/teams.create", """{"name":"builders","type":1}""");

        var (status, body) = await emulated.GetAsync("api/v1/teams.info?" + query, user);

        Assert.Equal((expected, error), (status, body["error"]?.ToString()));
    }

    [Fact]
    public async Task Members_OfOthers_AreNoneButNotRefused()
    {
        await using var emulated = await Emulated.StartAsync();
        await emulated.PostAsync("api/v1/teams.create", $$"""{"name":"builders","type":1,"members":["{{Bob}}"]}""");
        emulated.Server.Workspace.AddMember("builders", "dave");

        var (status, outside) = await emulated.GetAsync("api/v1/teams.members?teamName=builders", user: "alice");
        var (_, inside) = await emulated.GetAsync("api/v1/teams.members?teamName=builders");
        var (_, filtered) = await emulated.GetAsync("api/v1/teams.members?teamName=builders&username=BO");

        Assert.Equal((200, 0), (status, outside["total"]!.GetValue<int>()));
        Assert.Equal(["admin owner", "bob "], inside["members"]!.AsArray().Select(Spoken));
        Assert.Equal(["bob "], filtered["members"]!.AsArray().Select(Spoken));

        static string Spoken(JsonNode? member) =>
            $"{member!["user"]!["username"]} {string.Join('+', (member["roles"] as JsonArray ?? []).Select(role => role!.ToString()))}";
    }

    [Theory]
    [InlineData("7.10", false)]
    [InlineData("8.8", true)]
    public async Task AddMembers_WithRole_ReachesTheMainRoomSince711(string profile, bool expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, _) = await emulated.PostAsync(
            "api/v1/teams.addMembers",
            $$"""{"teamName":"crew","members":[{"userId":"{{Carol}}","roles":["owner"]},{"userId":"{{Carol}}","roles":["moderator"]}]}""");

        Assert.Equal(200, status);
        Assert.Contains("carol", emulated.Server.Workspace.TeamOwnersOf("crew"));
        Assert.Contains("carol", emulated.Server.Workspace.MembersOf("crew"));
        Assert.Equal(expected, emulated.Server.Workspace.OwnersOf("crew").Contains("carol"));
    }

    [Fact]
    public async Task UpdateMember_Roles_AreSetInTeamAndRoomAndStrangersPassInSilence()
    {
        await using var emulated = await Emulated.StartAsync("7.10");
        var (made, _) = await emulated.PostAsync(
            "api/v1/teams.updateMember", $$"""{"teamName":"crew","member":{"userId":"{{Bob}}","roles":["owner"]} }""");
        var (stranger, _) = await emulated.PostAsync(
            "api/v1/teams.updateMember", $$"""{"teamName":"crew","member":{"userId":"{{Carol}}","roles":["owner"]} }""");
        var owners = (emulated.Server.Workspace.TeamOwnersOf("crew"), emulated.Server.Workspace.OwnersOf("crew"));
        await emulated.PostAsync("api/v1/teams.updateMember", $$"""{"teamName":"crew","member":{"userId":"{{Bob}}"} }""");

        Assert.Equal((200, 200), (made, stranger));
        Assert.Contains("bob", owners.Item1);
        Assert.Equal(owners.Item1, owners.Item2);
        Assert.DoesNotContain("carol", owners.Item1);
        Assert.DoesNotContain("bob", emulated.Server.Workspace.TeamOwnersOf("crew").Concat(emulated.Server.Workspace.OwnersOf("crew")));
    }

    [Theory]
    [InlineData("builders", Alice, "last-owner-can-not-be-removed")]
    [InlineData("builders", Carol, "member-does-not-exist")]
    [InlineData("builders", Dave, "invalid-user")]
    [InlineData("builders", "nobody", "invalid-user")]
    [InlineData("nobody", Bob, "team-does-not-exist")]
    [InlineData("builders", Bob, null)]
    public async Task RemoveMember_EachCase_LeavesTeamAndRoomsOrSaysWhyNot(string team, string userId, string? expected)
    {
        await using var emulated = await Emulated.StartAsync("7.10");
        await emulated.PostAsync("api/v1/teams.create", $$"""{"name":"builders","type":1,"members":["{{Bob}}"],"owner":"{{Alice}}"}""");
        emulated.Server.Workspace.AddMember("builders", "dave");

        var (_, body) = await emulated.PostAsync("api/v1/teams.removeMember", $$"""{"teamName":"{{team}}","userId":"{{userId}}"}""");
        var (_, members) = await emulated.GetAsync("api/v1/teams.members?teamName=builders");

        Assert.Equal(expected, body["error"]?.ToString());
        Assert.Equal(expected is null ? ["alice", "dave"] : ["alice", "bob", "dave"], emulated.Server.Workspace.MembersOf("builders"));
        Assert.Equal(expected is null ? 1 : 2, members["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("teams.addMembers", """{"teamName":"crew","members":[{"userId":"x"}]}""")]
    [InlineData("teams.updateMember", """{"teamName":"crew","member":{"userId":"x"}}""")]
    [InlineData("teams.removeMember", """{"teamName":"crew","userId":"x"}""")]
    public async Task Change_ByAPlainMember_IsForbidden(string endpoint, string body)
    {
        await using var emulated = await Emulated.StartAsync("7.10");

        var (status, answer) = await emulated.PostAsync("api/v1/" + endpoint, body, user: "alice");

        Assert.Equal((403, "unauthorized"), (status, answer["error"]!.ToString()));
    }

    [Fact]
    public async Task MainRoom_JoinedAndLeft_IsTheTeamJoinedAndLeft()
    {
        await using var emulated = await Emulated.StartAsync();
        var room = emulated.Server.Workspace.FindRoom("crew")!.Id;
        var before = await TotalAsync();

        emulated.Server.Workspace.AddMember(room, "carol");
        var joined = await TotalAsync();
        emulated.Server.Workspace.RemoveMember(room, "carol");

        Assert.Equal((before + 1, before), (joined, await TotalAsync()));

        async Task<int> TotalAsync() => (await emulated.GetAsync("api/v1/teams.members?teamName=crew")).Body["total"]!.GetValue<int>();
    }
}
