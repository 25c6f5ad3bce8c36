using Microsoft.AspNetCore.Http;
using RocketChat.Client.Errors;
using RocketChat.Client.Owners;
using RocketChat.Client.Rooms;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Owners;

public sealed class RoomOwnersApiTests
{
    private const string ById = """{"roomId":"LoaWxfveCXBdSWj2E","userId":"alice-id"}""";

    private static readonly StubAnswer NotFound = StubAnswer.Json(Answers.UnknownRoom, 400);
    private static readonly StubAnswer NotAllowed = StubAnswer.Error("error-not-allowed", "Not allowed");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_SeveralOwners_ListsThem()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);

        var owners = await fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token);

        Assert.Equal(["alice", "bob"], owners.Select(owner => owner.Username));
        Assert.Equal("?role=owner&roomId=LoaWxfveCXBdSWj2E&count=100&offset=0", fixture.Server.Only("GET", OwnerFixture.Owners).Query);
    }

    [Fact]
    public async Task GetAsync_NoAdministrator_ReadsTheRolesAsMember()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server
            .On("GET", OwnerFixture.Owners, NotAllowed)
            .On("GET", "/api/v1/channels.roles", NotFound)
            .On(
                "GET",
                "/api/v1/groups.roles",
                StubAnswer.Json(
                    """{"roles":[{"rid":"r","u":{"_id":"bob-id","username":"bob"},"roles":["moderator","leader"]},{"rid":"r","""
                    + """ "u":{"_id":"alice-id","username":"alice"},"roles":["owner"]}],"success":true}"""));

        Assert.Equal(["alice"], (await fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token)).Select(owner => owner.Username));
    }

    [Fact]
    public async Task GetAsync_NeitherAdministratorNorMember_ReportsTheFirstRefusal()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On("GET", OwnerFixture.Owners, NotAllowed)
            .On("GET", "/api/v1/channels.roles", NotFound)
            .On("GET", "/api/v1/groups.roles", NotFound);

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Equal(OwnerFixture.Owners, exception.Path);
    }

    [Theory]
    [InlineData(RoomKind.Private, "groups.addOwner")]
    [InlineData(RoomKind.Channel, "channels.addOwner")]
    public async Task AddAsync_OrdinaryRoom_TakesTheRoomRouteById(RoomKind kind, string endpoint)
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);

        var change = await fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private with { Kind = kind }, OwnerFixture.Alice, Token);

        Assert.Equal(OwnerChange.Made, change);
        Assert.Equal([$"{endpoint} {ById}"], fixture.Writes);
    }

    [Fact]
    public async Task GetAsync_RefusedToTheAccountBefore_AsksAtOnceAsAMember()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server
            .On("GET", OwnerFixture.Owners, NotAllowed)
            .On("GET", "/api/v1/channels.roles", NotFound)
            .On(
                "GET",
                "/api/v1/groups.roles",
                StubAnswer.Json("""{"roles":[{"u":{"_id":"alice-id","username":"alice"},"roles":["owner"]}],"success":true}"""));

        foreach (var room in (string[])["r1", "r1", "r2", "r1"])
        {
            Assert.Equal("alice", Assert.Single(await fixture.Client.RoomOwners.GetAsync(room, Token)).Username);
        }

        Assert.Equal(
            ["roles.getUsersInRole", "channels.roles", "groups.roles", "groups.roles", "channels.roles", "groups.roles", "groups.roles"],
            fixture.Server.Requests.Select(request => request.Path["/api/v1/".Length..]));
    }

    [Fact]
    public async Task GetAsync_RefusedToTheAccountBefore_IsRefusedForARoomThatItIsNotIn()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On("GET", OwnerFixture.Owners, NotAllowed)
            .On("GET", "/api/v1/channels.roles", NotFound)
            .On("GET", "/api/v1/groups.roles", NotFound);

        for (var time = 0; time < 2; time++)
        {
            var exception = await Assert.ThrowsAsync<RocketChatException>(() => fixture.Client.RoomOwners.GetAsync("r1", Token));

            Assert.Equal((RocketChatErrorKind.Forbidden, OwnerFixture.Owners), (exception.Kind, exception.Path));
        }
    }

    [Fact]
    public async Task AddAsync_AlreadyOwner_WritesNothing()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice);

        Assert.Equal(OwnerChange.AlreadySo, await fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));
        Assert.Empty(fixture.Writes);
    }

    [Fact]
    public async Task AddAsync_PrivateRoomFromOutside_FallsBackToTheRoleWithTheRoomId()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.addOwner", NotFound);

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
        fixture.Server.On("POST", "/api/v1/groups.addOwner", NotFound);

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
            .On("POST", "/api/v1/groups.addOwner", NotFound)
            .On(
                "POST",
                "/api/v1/method.call/addRoomOwner",
                StubAnswer.Json(
                    """{"message":"{\"msg\":\"result\",\"id\":\"1\",\"error\":{\"isClientSafe\":true,\"error\":404,"""
                    + """\"reason\":\"Method 'addRoomOwner' not found\",\"message\":\"Method 'addRoomOwner' not found [404]\","""
                    + """\"errorType\":\"Meteor.Error\"}}","success":false}""",
                    400));

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private with { IsTeamMain = true }, OwnerFixture.Alice, Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Contains("join", exception.Message, StringComparison.Ordinal);
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

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));

        Assert.Equal(RocketChatErrorKind.NotAMember, exception.Kind);
        Assert.Equal(code, exception.Code);
    }

    [Fact]
    public async Task AddAsync_RoomDeletedMeanwhile_IsNotBlamedOnMembership()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server
            .On("POST", "/api/v1/groups.addOwner", NotFound)
            .On("POST", OwnerFixture.AddToRole, StubAnswer.Error("error-invalid-user", "User is not part of given room"))
            .On("GET", "/api/v1/rooms.adminRooms.getRoom", StubAnswer.Json(Answers.SwappedNotAllowed, 400))
            .On("GET", "/api/v1/rooms.info", NotFound);

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));

        Assert.Equal(RocketChatErrorKind.Rejected, exception.Kind);
        Assert.Equal("error-room-not-found", exception.Code);
    }

    [Fact]
    public async Task AddAsync_EveryRouteForbidden_IsForbidden()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);
        fixture.Server
            .On("POST", "/api/v1/groups.addOwner", NotAllowed)
            .On("POST", OwnerFixture.AddToRole, StubAnswer.Error("error-action-not-allowed", "Accessing permissions is not allowed"))
            .On(
                "POST",
                "/api/v1/method.call/addRoomOwner",
                StubAnswer.Json(
                    """{"message":"{\"msg\":\"result\",\"id\":\"1\",\"error\":{\"error\":\"error-not-allowed\",\"reason\":\"Not"""
                    + """ allowed\"}}","success":true}"""));

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
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

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));

        Assert.Equal(RocketChatErrorKind.NotConfirmed, exception.Kind);
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
    public async Task RemoveAsync_OneOfTwo_TakesTheRoomRoute()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);

        var change = await fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Public, OwnerFixture.Alice, cancellationToken: Token);

        Assert.Equal(OwnerChange.Made, change);
        Assert.Equal([$"channels.removeOwner {ById}"], fixture.Writes);
    }

    [Fact]
    public async Task RemoveAsync_NoOwnerAnyMore_WritesNothing()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);

        Assert.Equal(
            OwnerChange.AlreadySo,
            await fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token));
        Assert.Empty(fixture.Writes);
    }

    [Fact]
    public async Task RemoveAsync_NoMemberAnyMore_IsSettledByTheReadBack()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server.On(
            "POST", "/api/v1/groups.removeOwner", fixture.Taking(add: false, StubAnswer.Error("error-invalid-room", "Invalid room")));

        Assert.Equal(
            OwnerChange.Made,
            await fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token));
    }

    [Fact]
    public async Task AddAsync_InvalidRoom_IsRejected()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.addOwner", StubAnswer.Error("error-invalid-room", "Invalid room"));

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));

        Assert.Equal(RocketChatErrorKind.Rejected, exception.Kind);
        Assert.Equal("error-invalid-room", exception.Code);
    }

    [Fact]
    public async Task RemoveAsync_LastOwner_IsRefusedBeforeAnythingIsSent()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice);

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token));

        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        Assert.Empty(fixture.Writes);
    }

    [Fact]
    public async Task RemoveAsync_LastOwnerAllowed_GoesByRoleWithTheRoomAsScope()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice);

        await fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, allowLast: true, Token);

        Assert.Equal(
            """roles.removeUserFromRole {"roleId":"owner","username":"alice","scope":"LoaWxfveCXBdSWj2E"}""",
            Assert.Single(fixture.Writes));
    }

    [Fact]
    public async Task RemoveAsync_BecameTheLastMeanwhile_IsLastOwner()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server.On(
            "POST",
            "/api/v1/groups.removeOwner",
            StubAnswer.Error("error-remove-last-owner", "This is the last owner. Please set a new owner before removing this one."));

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token));

        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        Assert.Equal("error-remove-last-owner", exception.Code);
    }

    [Fact]
    public async Task RemoveAsync_ServerWithoutRemoveUserFromRole_CallsTheMethod()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        const string Method = "/api/v1/method.call/authorization:removeUserFromRole";
        fixture.Server
            .On("POST", "/api/v1/groups.removeOwner", NotFound)
            .On("POST", "/api/v1/method.call/removeRoomOwner", NotFound)
            .On("POST", OwnerFixture.RemoveFromRole, StubAnswer.Html(Answers.WebApplication3111))
            .On(
                "POST",
                Method,
                fixture.Taking(
                    add: false, StubAnswer.Json("""{"message":"{\"msg\":\"result\",\"id\":\"1\",\"result\":true}","success":true}""")));

        Assert.Equal(
            OwnerChange.Made,
            await fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token));
        Assert.Contains("LoaWxfveCXBdSWj2E", fixture.Server.Only("POST", Method).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemoveAsync_PrivateRoomFromOutside_PrefersTheMethodThatGuardsTheLastOwner()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.removeOwner", NotFound);

        await fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token);

        Assert.Equal(["groups.removeOwner", "method.call/removeRoomOwner"], fixture.Writes.Select(write => write.Split(' ')[0]));
    }

    [Theory]
    [InlineData("groups.removeOwner")]
    [InlineData("method.call/removeRoomOwner")]
    [InlineData("roles.removeUserFromRole")]
    public async Task RemoveAsync_OtherOwnerRemovedAtTheSameTime_GivesTheOwnershipBack(string route)
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        string[] routes = ["groups.removeOwner", "method.call/removeRoomOwner", "roles.removeUserFromRole"];
        foreach (var closed in routes.TakeWhile(other => other != route))
        {
            fixture.Server.On("POST", "/api/v1/" + closed, NotFound);
        }

        fixture.Server.On("POST", "/api/v1/" + route, context =>
        {
            fixture.Change("bob", add: false);
            return fixture.Taking(add: false)(context);
        });

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token));

        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        Assert.Contains("the ownership was restored", exception.Message, StringComparison.Ordinal);
        Assert.Equal("alice", Assert.Single(await fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token)).Username);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RemoveAsync_CanceledBeforeItIsReadBack_StillGivesTheOwnershipBack(bool isLast)
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        await using var client = TestClient.For(fixture.Server);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        fixture.Server.On("POST", "/api/v1/groups.removeOwner", async context =>
        {
            if (isLast)
            {
                fixture.Change("bob", add: false);
            }

            fixture.Change("alice", add: false);
            await stop.CancelAsync();
        });

        var exception = await Record.ExceptionAsync(
            () => client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: stop.Token));

        Assert.Equal(isLast ? RocketChatErrorKind.LastOwner : null, (exception as RocketChatException)?.Kind);
        Assert.Equal(!isLast, exception is OperationCanceledException);
        Assert.Equal(
            isLast ? "alice" : "bob", Assert.Single(await client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token)).Username);
    }

    [Fact]
    public async Task RemoveAsync_OtherOwnerReplacedAtTheSameTime_StaysMade()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        var lists = new Queue<string>(["alice,bob", "carol"]);
        fixture.Server.On(
            "GET", OwnerFixture.Owners, context => StubServer.WriteAsync(context, OwnerFixture.ListOf(lists.Dequeue().Split(','))));

        var made = await fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token);

        Assert.Equal(OwnerChange.Made, made);
    }

    [Fact]
    public async Task RemoveAsync_OwnershipCannotBeGivenBack_SaysThatTheRoomIsOwnerless()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server
            .On("POST", "/api/v1/groups.removeOwner", context =>
            {
                fixture.Change("bob", add: false);
                return fixture.Taking(add: false)(context);
            })
            .On("POST", "/api/v1/groups.addOwner", NotAllowed)
            .On("POST", OwnerFixture.AddToRole, NotAllowed)
            .On("POST", "/api/v1/method.call/addRoomOwner", NotAllowed);

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Contains("has no active owner now", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemoveAsync_TwoAtOnce_LeaveOneOwner()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);

        Task<OwnerChange>[] removals =
        [
            fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token),
            fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Bob, cancellationToken: Token),
        ];
        var exception = await Assert.ThrowsAsync<RocketChatException>(() => Task.WhenAll(removals));

        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        Assert.Single(fixture.Writes);
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

        await Assert.ThrowsAsync<ArgumentException>(
            () => fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private with { Kind = kind }, OwnerFixture.Alice, Token));
        Assert.Empty(fixture.Server.Requests);
    }
}
