using Microsoft.AspNetCore.Http;
using RocketChat.Client.Errors;
using RocketChat.Client.Owners;
using RocketChat.Client.Rooms;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Owners;

/// <summary>Adding an owner to a room.</summary>
public sealed class RoomOwnersApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RoomKind.Private, "groups.addOwner")]
    [InlineData(RoomKind.Channel, "channels.addOwner")]
    public async Task AddAsync_OrdinaryRoom_TakesTheRoomRouteById(RoomKind kind, string endpoint)
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);

        var change = await fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private with { Kind = kind }, OwnerFixture.Alice, Token);

        Assert.Equal(OwnerChange.Made, change);
        Assert.Equal([$"{endpoint} {OwnerFixture.AliceById}"], fixture.Writes);
    }

    [Fact]
    public async Task AddAsync_AlreadyOwner_WritesNothing()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice);

        Assert.Equal(OwnerChange.AlreadySo, await fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));
        Assert.Empty(fixture.Writes);
    }

    [Theory]
    [InlineData("error-room-not-found")]
    [InlineData("error-room-archived")]
    public async Task AddAsync_PrivateRoomFromOutsideOrJustArchived_FallsBackToTheRoleWithTheRoomId(string code)
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.addOwner", StubAnswer.Error(code, "No"));

        await fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token);

        Assert.Equal("""roles.addUserToRole {"roleId":"owner","username":"alice","roomId":"LoaWxfveCXBdSWj2E"}""", fixture.Writes[^1]);
    }

    [Fact]
    public async Task AddAsync_ArchivedRoom_GoesByRoleAtOnce()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);

        await fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private with { Archived = true }, OwnerFixture.Alice, Token);

        Assert.StartsWith("roles.addUserToRole", Assert.Single(fixture.Writes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task AddAsync_TeamOrFederatedRoomFromOutside_NeverGoesByRole(bool team, bool federated)
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.addOwner", OwnerFixture.NotFound);

        await fixture.Client.RoomOwners.AddAsync(
            OwnerFixture.Private with { IsTeamMain = team, Federated = federated }, OwnerFixture.Alice, Token);

        Assert.Equal(
            """method.call/addRoomOwner {"message":"{\u0022msg\u0022:\u0022method\u0022,\u0022id\u0022:\u00221\u0022,"""
            + """\u0022method\u0022:\u0022addRoomOwner\u0022,\u0022params\u0022:[\u0022LoaWxfveCXBdSWj2E\u0022,\u0022alice-id\u0022]}"}""",
            fixture.Writes[^1]);
        Assert.Equal(0, fixture.Server.Count("POST", OwnerFixture.AddToRole));
    }

    [Fact]
    public async Task AddAsync_TeamRoomFromOutsideWithoutTheMethod_SaysToJoin()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);
        fixture.Server
            .On("POST", "/api/v1/groups.addOwner", OwnerFixture.NotFound)
            .On(
                "POST",
                "/api/v1/method.call/addRoomOwner",
                StubAnswer.Json(
                    """{"message":"{\"msg\":\"result\",\"id\":\"1\",\"error\":{\"isClientSafe\":true,\"error\":404,"""
                    + """\"reason\":\"Method 'addRoomOwner' not found\",\"message\":\"Method 'addRoomOwner' not found [404]\","""
                    + """\"errorType\":\"Meteor.Error\"}}","success":false}""",
                    400));

        var exception = await FailToAddAsync(fixture, OwnerFixture.Private with { IsTeamMain = true });

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Equal(
            "Only members can change the owners of the room priv: let the account join it first. The server answered: The required"
            + " \"roomId\" or \"roomName\" param provided does not match any channel",
            exception.Message);
    }

    [Fact]
    public async Task AddAsync_ServerThatKnowsRoleNameOnly_LearnsItOnce()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        static bool NamesTheRole(HttpContext context) => ((string)context.Items["body"]!).Contains("roleName", StringComparison.Ordinal);
        fixture.Server.On("POST", OwnerFixture.AddToRole, context => NamesTheRole(context)
            ? fixture.Taking(add: true)(context)
            : StubServer.WriteAsync(context, StubAnswer.Json("""{"success":false,"error":"Match error: Missing key 'roleName'"}""", 400)));
        var archived = OwnerFixture.Private with { Archived = true };

        await fixture.Client.RoomOwners.AddAsync(archived, OwnerFixture.Alice, Token);
        await fixture.Client.RoomOwners.AddAsync(archived, OwnerFixture.Bob, Token);

        Assert.Equal(
            [
                """roles.addUserToRole {"roleId":"owner","username":"alice","roomId":"LoaWxfveCXBdSWj2E"}""",
                """roles.addUserToRole {"roleName":"owner","username":"alice","roomId":"LoaWxfveCXBdSWj2E"}""",
                """roles.addUserToRole {"roleName":"owner","username":"bob","roomId":"LoaWxfveCXBdSWj2E"}""",
            ],
            fixture.Writes);
    }

    [Theory]
    [InlineData("error-user-not-in-room", "User is not in this room")]
    [InlineData("error-invalid-user", "User is not part of given room")]
    public async Task AddAsync_UserIsNoMember_SaysSo(string code, string text)
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.addOwner", StubAnswer.Error(code, text));

        var exception = await FailToAddAsync(fixture, OwnerFixture.Private);

        Assert.Equal(RocketChatErrorKind.NotAMember, exception.Kind);
        Assert.Equal(code, exception.Code);
        Assert.Equal("alice is not a member of the room priv; only members can own it.", exception.Message);
    }

    [Fact]
    public async Task AddAsync_RoomDeletedMeanwhile_IsNotBlamedOnMembership()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server
            .On("POST", "/api/v1/groups.addOwner", OwnerFixture.NotFound)
            .On("POST", OwnerFixture.AddToRole, StubAnswer.Error("error-invalid-user", "User is not part of given room"))
            .On("GET", "/api/v1/rooms.adminRooms.getRoom", StubAnswer.Json(Answers.SwappedNotAllowed, 400))
            .On("GET", "/api/v1/rooms.info", OwnerFixture.NotFound);

        var exception = await FailToAddAsync(fixture, OwnerFixture.Private);

        Assert.Equal(RocketChatErrorKind.Rejected, exception.Kind);
        Assert.Equal("error-room-not-found", exception.Code);
        Assert.Equal("The room priv (LoaWxfveCXBdSWj2E) no longer exists.", exception.Message);
    }

    [Fact]
    public async Task AddAsync_EveryRouteForbidden_IsForbidden()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);
        fixture.Server
            .On("POST", "/api/v1/groups.addOwner", OwnerFixture.NotAllowed)
            .On("POST", OwnerFixture.AddToRole, StubAnswer.Error("error-action-not-allowed", "Accessing permissions is not allowed"))
            .On(
                "POST",
                "/api/v1/method.call/addRoomOwner",
                StubAnswer.Json(
                    """{"message":"{\"msg\":\"result\",\"id\":\"1\",\"error\":{\"error\":\"error-not-allowed\",\"reason\":\"Not"""
                    + """ allowed\"}}","success":true}"""));

        var exception = await FailToAddAsync(fixture, OwnerFixture.Private);

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.DoesNotContain("join", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddAsync_InvalidUser_IsRejected()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.addOwner", StubAnswer.Error("error-invalid-user", "Invalid user"));

        Assert.Equal(RocketChatErrorKind.Rejected, (await FailToAddAsync(fixture, OwnerFixture.Private)).Kind);
    }

    [Fact]
    public async Task AddAsync_ReadsLagBehind_WaitsForTheReadBack()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        var empty = StubAnswer.Json("""{"users":[],"total":0,"success":true}""");
        fixture.Server.On(
            "GET",
            OwnerFixture.Owners,
            empty,
            empty,
            empty,
            StubAnswer.Json("""{"users":[{"_id":"alice-id","username":"alice"}],"total":1,"success":true}"""));

        Assert.Equal(OwnerChange.Made, await fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));
        Assert.Equal([200, 400], fixture.Time.Waits.Select(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public async Task AddAsync_ReadsNeverShowIt_IsNotConfirmed()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On("POST", "/api/v1/groups.addOwner", StubAnswer.Json(Answers.Success));

        var exception = await FailToAddAsync(fixture, OwnerFixture.Private);

        Assert.Equal(RocketChatErrorKind.NotConfirmed, exception.Kind);
        Assert.Equal("The server accepted the change, but alice is still not an owner of the room priv.", exception.Message);
        Assert.Equal([200, 400, 800, 1600], fixture.Time.Waits.Select(wait => wait.TotalMilliseconds));
        Assert.Single(fixture.Writes);
    }

    [Fact]
    public async Task AddAsync_AnswerLostAfterTheEffect_IsSeenInTheReadBack()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On("POST", "/api/v1/groups.addOwner", context =>
        {
            fixture.Change((string)context.Items["body"]!, add: true);
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(OwnerChange.Made, await fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));
        Assert.Single(fixture.Writes);
    }

    [Fact]
    public async Task AddAsync_RequestLostBeforeTheEffect_IsSentOnceMore()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        var first = true;
        fixture.Server.On("POST", "/api/v1/groups.addOwner", context =>
        {
            if (first)
            {
                first = false;
                return StubServer.WriteAsync(context, StubAnswer.Html("<title>502 Bad Gateway</title>", 502));
            }

            return fixture.Taking(add: true)(context);
        });

        Assert.Equal(OwnerChange.Made, await fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));
        Assert.Equal(2, fixture.Writes.Count);
    }

    [Fact]
    public async Task AddAsync_RequestLostTwice_ReportsTheFailure()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On("POST", "/api/v1/groups.addOwner", StubAnswer.Html("<title>502 Bad Gateway</title>", 502));

        var exception = await FailToAddAsync(fixture, OwnerFixture.Private);

        Assert.Equal(RocketChatErrorKind.ServerError, exception.Kind);
        Assert.Equal(2, fixture.Writes.Count);
    }

    [Fact]
    public async Task AddAsync_ByRoleOfAUserWhoIsGone_IsRejected()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);
        fixture.Server.On("GET", "/api/v1/users.info", StubAnswer.Json(Answers.UnknownUser, 400));

        var exception = await FailToAddAsync(fixture, OwnerFixture.Private with { Archived = true });

        Assert.Equal((RocketChatErrorKind.Rejected, "error-invalid-user"), (exception.Kind, exception.Code));
        Assert.Equal("The user alice-id (alice) no longer exists, or has no user name.", exception.Message);
        Assert.Empty(fixture.Writes);
    }

    [Fact]
    public async Task AddUnreadAsync_ArchivedRoom_ReadsFirst()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice);
        var archived = OwnerFixture.Private with { Archived = true };

        Assert.Equal(OwnerChange.AlreadySo, await fixture.Client.RoomOwners.AddUnreadAsync(archived, OwnerFixture.Alice, Token));
        Assert.Empty(fixture.Writes);
        Assert.Equal(OwnerChange.Made, await fixture.Client.RoomOwners.AddUnreadAsync(archived, OwnerFixture.Bob, Token));
    }

    [Fact]
    public async Task AddAsync_InvalidRoom_IsRejected()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.addOwner", StubAnswer.Error("error-invalid-room", "Invalid room"));

        var exception = await FailToAddAsync(fixture, OwnerFixture.Private);

        Assert.Equal(RocketChatErrorKind.Rejected, exception.Kind);
        Assert.Equal("error-invalid-room", exception.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task AnyCall_EmptyRoomId_SendsNothing(string id)
    {
        await using var fixture = await OwnerFixture.StartAsync();
        var room = OwnerFixture.Private with { Id = id };

        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Client.RoomOwners.GetAsync(id, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Client.RoomOwners.AddAsync(room, OwnerFixture.Alice, Token));
        await Assert.ThrowsAsync<ArgumentException>(
            () => fixture.Client.RoomOwners.RemoveAsync(room, OwnerFixture.Alice, cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Client.RoomOwners.AddUnreadAsync(room, OwnerFixture.Alice, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Client.RoomOwners.GetRecentAsync(id, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Client.RoomOwners.GetOneOfManyAsync(id, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Client.RoomOwners.IsOwnerAsync(room, OwnerFixture.Alice, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Client.RoomOwners.IsKnownToKeepAnOwnerAsync(id, "alice-id", Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Client.RoomOwners.IsKnownToKeepAnOwnerAsync(room.Name, id, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Client.RoomOwners.GetRoomsOwnedByAsync(id, Token));
        Assert.Empty(fixture.Server.Requests);
    }

    [Theory]
    [InlineData(RoomKind.Direct)]
    [InlineData(RoomKind.LiveChat)]
    [InlineData(RoomKind.Voip)]
    [InlineData(RoomKind.Unknown)]
    public async Task AddAsync_RoomOfAKindWithoutOwners_SendsNothing(RoomKind kind)
    {
        await using var fixture = await OwnerFixture.StartAsync();

        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private with { Kind = kind }, OwnerFixture.Alice, Token));
        Assert.StartsWith($"A room of kind {kind} has no owners.", refused.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Server.Requests);
    }

    [Fact]
    public async Task AnyCall_WithoutARoomOrAUser_SendsNothing()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        var (owners, room, alice) = (fixture.Client.RoomOwners, OwnerFixture.Private, OwnerFixture.Alice);

        await Assert.ThrowsAsync<ArgumentNullException>(() => owners.AddAsync(null!, alice, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => owners.AddAsync(room, null!, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => owners.AddAsync(room, alice with { Id = " " }, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => owners.IsOwnerAsync(null!, alice, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => owners.IsOwnerAsync(room, null!, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => owners.AnyActiveAsync(null!, Token));
        Assert.Empty(fixture.Server.Requests);
    }

    private static Task<RocketChatException> FailToAddAsync(OwnerFixture fixture, Room room) =>
        Assert.ThrowsAsync<RocketChatException>(() => fixture.Client.RoomOwners.AddAsync(room, OwnerFixture.Alice, Token));
}
