using RocketChat.Client.Errors;
using RocketChat.Client.Rooms;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Rooms;

public sealed class RoomsApiTests
{
    private const string GetRoom = "/api/v1/rooms.adminRooms.getRoom";
    private const string AdminRooms = "/api/v1/rooms.adminRooms";
    private const string Info = "/api/v1/rooms.info";

    private static readonly StubAnswer NoAdministrator = StubAnswer.Json("""{"success":false,"error":"error-not-authorized"}""", 400);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindByIdAsync_AsAdministrator_NeedsOneCall()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", GetRoom, StubAnswer.Json(Answers.AdminRoom653));
        await using var client = TestClient.For(server);

        var room = await client.Rooms.FindByIdAsync("6b03c1bf51380b7a198dbc5d", Token);

        Assert.Equal("priv-r9ja", room!.Name);
        Assert.Equal("priv-r9ja", room.DisplayName);
        Assert.Equal(RoomKind.Private, room.Kind);
        Assert.Equal(3, room.UsersCount);
        Assert.False(room.Archived || room.IsTeamMain || room.IsDiscussion || room.Federated || room.ReadOnly || room.IsDefault);
        Assert.Equal("?rid=6b03c1bf51380b7a198dbc5d", Assert.Single(server.Requests).Query);
    }

    [Fact]
    public async Task FindByIdAsync_EveryFlag_IsReadAlsoFromTexts()
    {
        const string Body =
            """{"_id":"r1","name":"t","fname":"Die Überschrift","t":"c","archived":"true","teamMain":true,"teamId":"team1","""
            + """ "prid":"r0","federated":1,"ro":true,"default":true,"topic":"news","usersCount":"12","success":true}""";
        await using var server = (await StubServer.StartAsync()).On("GET", GetRoom, StubAnswer.Json(Body));
        await using var client = TestClient.For(server);

        var room = await client.Rooms.FindByIdAsync("r1", Token);

        Assert.Equal(
            new Room
            {
                Id = "r1",
                Name = "t",
                DisplayName = "Die Überschrift",
                Kind = RoomKind.Channel,
                Archived = true,
                IsTeamMain = true,
                TeamId = "team1",
                IsDiscussion = true,
                Federated = true,
                ReadOnly = true,
                IsDefault = true,
                Topic = "news",
                UsersCount = 12,
            },
            room);
    }

    [Theory]
    [InlineData("d", RoomKind.Direct)]
    [InlineData("l", RoomKind.LiveChat)]
    [InlineData("v", RoomKind.Voip)]
    [InlineData("z", RoomKind.Unknown)]
    public async Task FindByIdAsync_RoomOfAnyType_TellsItsKind(string type, RoomKind kind)
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", GetRoom, StubAnswer.Json($$"""{"_id":"r1","t":"{{type}}","success":true}"""));
        await using var client = TestClient.For(server);

        Assert.Equal(kind, (await client.Rooms.FindByIdAsync("r1", Token))!.Kind);
    }

    [Theory]
    [InlineData(@"cut \ud83d", "cut \ufffd")]
    [InlineData(@"\uDE00 cut", "\ufffd cut")]
    [InlineData(@"whole \ud83d\ude00!", "whole \ud83d\ude00!")]
    [InlineData(@"two \ud83d\ud83d\ude00", "two \ufffd\ud83d\ude00")]
    [InlineData(@"path \\ud83d", @"path \ud83d")]
    public async Task FindByIdAsync_TopicCutInsideAnEmoji_IsReadAllTheSame(string escaped, string topic)
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", GetRoom, StubAnswer.Json($$"""{"_id":"r1","t":"c","topic":"{{escaped}}","success":true}"""));
        await using var client = TestClient.For(server);

        Assert.Equal(topic, (await client.Rooms.FindByIdAsync("r1", Token))!.Topic);
    }

    [Fact]
    public async Task FindByIdAsync_UnknownRoom_IsAbsentOnlyWhenBothLookupsSaySo()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", GetRoom, StubAnswer.Json(Answers.SwappedNotAllowed, 400))
            .On("GET", Info, StubAnswer.Json(Answers.UnknownRoom, 400));
        await using var client = TestClient.For(server);

        Assert.Null(await client.Rooms.FindByIdAsync("nope", Token));
        Assert.Equal(1, server.Count("GET", Info));
    }

    [Fact]
    public async Task FindByIdAsync_HiddenRoom_IsForbiddenNotAbsent()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", GetRoom, StubAnswer.Json(Answers.SwappedNotAllowed, 400))
            .On("GET", Info, StubAnswer.Json(Answers.SwappedNotAllowed, 400));
        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Rooms.FindByIdAsync("hidden", Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Equal("not-allowed", exception.Code);
        Assert.Equal("Not Allowed", exception.ServerMessage);
    }

    [Fact]
    public async Task FindByIdAsync_WithoutThePermission_AsksAsMember()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", GetRoom, NoAdministrator)
            .On("GET", Info, StubAnswer.Json(Answers.RoomInfo653));
        await using var client = TestClient.For(server);

        Assert.Equal("pub-r9ja", (await client.Rooms.FindByIdAsync("6b03c1bf51380b7a198dbc61", Token))!.Name);
    }

    [Fact]
    public async Task FindByIdAsync_ArchivedGroupAsMember_IsFoundByItsKind()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", GetRoom, NoAdministrator)
            .On("GET", Info, StubAnswer.Error("error-room-archived", "The channel, old, is archived"))
            .On("GET", "/api/v1/channels.info", StubAnswer.Json(Answers.UnknownRoom, 400))
            .On(
                "GET",
                "/api/v1/groups.info",
                StubAnswer.Json("""{"group":{"_id":"r1","name":"old","t":"p","archived":true},"success":true}"""));
        await using var client = TestClient.For(server);

        Assert.True((await client.Rooms.FindByIdAsync("r1", Token))!.Archived);
    }

    [Fact]
    public async Task FindByIdAsync_AnswerAboutAnotherRoom_IsUnexpected()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", GetRoom, StubAnswer.Json(Answers.AdminRoom653));
        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Rooms.FindByIdAsync("another", Token));

        Assert.Equal(RocketChatErrorKind.UnexpectedAnswer, exception.Kind);
    }

    [Fact]
    public async Task FindByNameAsync_FilterFindsMore_TakesTheExactNameOnASecondPage()
    {
        var first = string.Join(
            ',', Enumerable.Range(0, 100).Select(i => $$"""{"_id":"x{{i}}","name":"general-{{i}}","fname":"general","t":"c"}"""));
        await using var server = (await StubServer.StartAsync()).On(
            "GET",
            AdminRooms,
            StubAnswer.Json($$"""{"rooms":[{{first}}],"count":100,"offset":0,"total":101,"success":true}"""),
            StubAnswer.Json("""{"rooms":[{"_id":"meant","name":"general","t":"c"}],"count":1,"offset":100,"total":101,"success":true}"""));
        await using var client = TestClient.For(server);

        Assert.Equal("meant", (await client.Rooms.FindByNameAsync("general", Token))!.Id);
        Assert.Equal("?filter=general&types%5B%5D=c&types%5B%5D=p&types%5B%5D=teams&count=100&offset=100", server.Requests[1].Query);
    }

    [Theory]
    [InlineData("General")]
    [InlineData("gener")]
    public async Task FindByNameAsync_OnlySimilarNames_IsAbsent(string name)
    {
        await using var server = (await StubServer.StartAsync())
            .On(
                "GET",
                AdminRooms,
                StubAnswer.Json(
                    """{"rooms":[{"_id":"r1","name":"general","fname":"General","t":"c"}],"count":1,"offset":0,"total":1,"""
                    + """ "success":true}"""))
            .On("GET", Info, StubAnswer.Json(Answers.UnknownRoom, 400));
        await using var client = TestClient.For(server);

        Assert.Null(await client.Rooms.FindByNameAsync(name, Token));
    }

    [Fact]
    public async Task FindByNameAsync_TotalThatNeverComes_StopsAtAnEmptyPage()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", AdminRooms, StubAnswer.Json("""{"rooms":[],"total":7,"success":true}"""))
            .On("GET", Info, StubAnswer.Json(Answers.UnknownRoom, 400));
        await using var client = TestClient.For(server);

        Assert.Null(await client.Rooms.FindByNameAsync("general", Token));
        Assert.Equal(1, server.Count("GET", AdminRooms));
    }

    [Fact]
    public async Task FindByNameAsync_WithoutThePermission_AsksAsMember()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", AdminRooms, NoAdministrator)
            .On("GET", Info, StubAnswer.Json(Answers.RoomInfo653));
        await using var client = TestClient.For(server);

        Assert.Equal("6b03c1bf51380b7a198dbc61", (await client.Rooms.FindByNameAsync("pub-r9ja", Token))!.Id);
        Assert.Equal("?roomName=pub-r9ja", server.Only("GET", Info).Query);
    }
}
