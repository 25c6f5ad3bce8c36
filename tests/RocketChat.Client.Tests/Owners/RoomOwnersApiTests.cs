using Microsoft.AspNetCore.Http;

namespace RocketChat.Client.Tests;

public sealed class RoomOwnersApiTests
{
    private const string ById = """{"roomId":"LoaWxfveCXBdSWj2E","userId":"alice-id"}""";

    private static readonly StubAnswer NotFound = StubAnswer.Json(Answers.UnknownRoom, 400);
    private static readonly StubAnswer NotAllowed = StubAnswer.Error("error-not-allowed", "Not allowed");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_SeveralOwners_ListsThem()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice, OwnerScene.Bob);

        var owners = await scene.Client.RoomOwners.GetAsync(OwnerScene.Private.Id, Token);

        Assert.Equal(["alice", "bob"], owners.Select(owner => owner.Username));
        Assert.Equal("?role=owner&roomId=LoaWxfveCXBdSWj2E&count=100&offset=0", scene.Server.Only("GET", OwnerScene.Owners).Query);
    }

    [Fact]
    public async Task GetAsync_NoAdministrator_ReadsTheRolesAsMember()
    {
        await using var scene = await OwnerScene.SetAsync();
        scene.Server
            .On("GET", OwnerScene.Owners, NotAllowed)
            .On("GET", "/api/v1/channels.roles", NotFound)
            .On("GET", "/api/v1/groups.roles", StubAnswer.Json("""{"roles":[{"rid":"r","u":{"_id":"bob-id","username":"bob"},"roles":["moderator","leader"]},{"rid":"r","u":{"_id":"alice-id","username":"alice"},"roles":["owner"]}],"success":true}"""));

        Assert.Equal(["alice"], (await scene.Client.RoomOwners.GetAsync(OwnerScene.Private.Id, Token)).Select(owner => owner.Username));
    }

    [Fact]
    public async Task GetAsync_NeitherAdministratorNorMember_ReportsTheFirstRefusal()
    {
        await using var scene = await OwnerScene.SetAsync();
        scene.Server.On("GET", OwnerScene.Owners, NotAllowed).On("GET", "/api/v1/channels.roles", NotFound).On("GET", "/api/v1/groups.roles", NotFound);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => scene.Client.RoomOwners.GetAsync(OwnerScene.Private.Id, Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Equal(OwnerScene.Owners, exception.Path);
    }

    [Theory]
    [InlineData(RoomKind.Private, "groups.addOwner")]
    [InlineData(RoomKind.Channel, "channels.addOwner")]
    public async Task AddAsync_OrdinaryRoom_TakesTheRoomRouteById(RoomKind kind, string endpoint)
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Bob);

        Assert.Equal(OwnerChange.Made, await scene.Client.RoomOwners.AddAsync(OwnerScene.Private with { Kind = kind }, OwnerScene.Alice, Token));
        Assert.Equal([$"{endpoint} {ById}"], scene.Writes);
    }

    [Fact]
    public async Task GetAsync_RefusedToTheAccountBefore_AsksAtOnceAsAMember()
    {
        await using var scene = await OwnerScene.SetAsync();
        scene.Server
            .On("GET", OwnerScene.Owners, NotAllowed)
            .On("GET", "/api/v1/channels.roles", NotFound)
            .On("GET", "/api/v1/groups.roles", StubAnswer.Json("""{"roles":[{"u":{"_id":"alice-id","username":"alice"},"roles":["owner"]}],"success":true}"""));

        foreach (var room in (string[])["r1", "r1", "r2", "r1"])
        {
            Assert.Equal("alice", Assert.Single(await scene.Client.RoomOwners.GetAsync(room, Token)).Username);
        }

        Assert.Equal(
            ["roles.getUsersInRole", "channels.roles", "groups.roles", "groups.roles", "channels.roles", "groups.roles", "groups.roles"],
            scene.Server.Requests.Select(request => request.Path["/api/v1/".Length..]));
    }

    [Fact]
    public async Task GetAsync_RefusedToTheAccountBefore_IsRefusedForARoomThatItIsNotIn()
    {
        await using var scene = await OwnerScene.SetAsync();
        scene.Server.On("GET", OwnerScene.Owners, NotAllowed).On("GET", "/api/v1/channels.roles", NotFound).On("GET", "/api/v1/groups.roles", NotFound);

        for (var time = 0; time < 2; time++)
        {
            var exception = await Assert.ThrowsAsync<RocketChatException>(() => scene.Client.RoomOwners.GetAsync("r1", Token));

            Assert.Equal((RocketChatErrorKind.Forbidden, OwnerScene.Owners), (exception.Kind, exception.Path));
        }
    }

    [Fact]
    public async Task AddAsync_AlreadyOwner_WritesNothing()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice);

        Assert.Equal(OwnerChange.AlreadySo, await scene.Client.RoomOwners.AddAsync(OwnerScene.Private, OwnerScene.Alice, Token));
        Assert.Empty(scene.Writes);
    }

    [Fact]
    public async Task AddAsync_PrivateRoomFromOutside_FallsBackToTheRoleWithTheRoomId()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Bob);
        scene.Server.On("POST", "/api/v1/groups.addOwner", NotFound);

        await scene.Client.RoomOwners.AddAsync(OwnerScene.Private, OwnerScene.Alice, Token);

        Assert.Equal("""roles.addUserToRole {"roleId":"owner","username":"alice","roomId":"LoaWxfveCXBdSWj2E"}""", scene.Writes[^1]);
    }

    [Fact]
    public async Task AddAsync_ArchivedRoom_GoesByRoleAtOnce()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Bob);

        await scene.Client.RoomOwners.AddAsync(OwnerScene.Private with { Archived = true }, OwnerScene.Alice, Token);

        Assert.StartsWith("roles.addUserToRole", Assert.Single(scene.Writes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task AddAsync_TeamOrFederatedRoomFromOutside_NeverGoesByRole(bool team, bool federated)
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Bob);
        scene.Server.On("POST", "/api/v1/groups.addOwner", NotFound);

        await scene.Client.RoomOwners.AddAsync(OwnerScene.Private with { IsTeamMain = team, Federated = federated }, OwnerScene.Alice, Token);

        Assert.Equal("""method.call/addRoomOwner {"message":"{\u0022msg\u0022:\u0022method\u0022,\u0022id\u0022:\u00221\u0022,\u0022method\u0022:\u0022addRoomOwner\u0022,\u0022params\u0022:[\u0022LoaWxfveCXBdSWj2E\u0022,\u0022alice-id\u0022]}"}""", scene.Writes[^1]);
        Assert.Equal(0, scene.Server.Count("POST", OwnerScene.AddToRole));
    }

    [Fact]
    public async Task AddAsync_TeamRoomFromOutsideWithoutTheMethod_SaysToJoin()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Bob);
        scene.Server
            .On("POST", "/api/v1/groups.addOwner", NotFound)
            .On("POST", "/api/v1/method.call/addRoomOwner", StubAnswer.Json("""{"message":"{\"msg\":\"result\",\"id\":\"1\",\"error\":{\"isClientSafe\":true,\"error\":404,\"reason\":\"Method 'addRoomOwner' not found\",\"message\":\"Method 'addRoomOwner' not found [404]\",\"errorType\":\"Meteor.Error\"}}","success":false}""", 400));

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => scene.Client.RoomOwners.AddAsync(OwnerScene.Private with { IsTeamMain = true }, OwnerScene.Alice, Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Contains("join", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddAsync_ServerThatKnowsRoleNameOnly_LearnsItOnce()
    {
        await using var scene = await OwnerScene.SetAsync();
        scene.Server.On("POST", OwnerScene.AddToRole, context => context.Items["body"] is string body && body.Contains("roleName", StringComparison.Ordinal)
            ? scene.Taking(add: true)(context)
            : StubServer.WriteAsync(context, StubAnswer.Json("""{"success":false,"error":"Match error: Missing key 'roleName'"}""", 400)));
        var archived = OwnerScene.Private with { Archived = true };

        await scene.Client.RoomOwners.AddAsync(archived, OwnerScene.Alice, Token);
        await scene.Client.RoomOwners.AddAsync(archived, OwnerScene.Bob, Token);

        Assert.Equal(
            [
                """roles.addUserToRole {"roleId":"owner","username":"alice","roomId":"LoaWxfveCXBdSWj2E"}""",
                """roles.addUserToRole {"roleName":"owner","username":"alice","roomId":"LoaWxfveCXBdSWj2E"}""",
                """roles.addUserToRole {"roleName":"owner","username":"bob","roomId":"LoaWxfveCXBdSWj2E"}""",
            ],
            scene.Writes);
    }

    [Theory]
    [InlineData("error-user-not-in-room", "User is not in this room")]
    [InlineData("error-invalid-user", "User is not part of given room")]
    public async Task AddAsync_UserIsNoMember_SaysSo(string code, string text)
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Bob);
        scene.Server.On("POST", "/api/v1/groups.addOwner", StubAnswer.Error(code, text));

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => scene.Client.RoomOwners.AddAsync(OwnerScene.Private, OwnerScene.Alice, Token));

        Assert.Equal(RocketChatErrorKind.NotAMember, exception.Kind);
        Assert.Equal(code, exception.Code);
    }

    [Fact]
    public async Task AddAsync_RoomDeletedMeanwhile_IsNotBlamedOnMembership()
    {
        await using var scene = await OwnerScene.SetAsync();
        scene.Server
            .On("POST", "/api/v1/groups.addOwner", NotFound)
            .On("POST", OwnerScene.AddToRole, StubAnswer.Error("error-invalid-user", "User is not part of given room"))
            .On("GET", "/api/v1/rooms.adminRooms.getRoom", StubAnswer.Json(Answers.SwappedNotAllowed, 400))
            .On("GET", "/api/v1/rooms.info", NotFound);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => scene.Client.RoomOwners.AddAsync(OwnerScene.Private, OwnerScene.Alice, Token));

        Assert.Equal(RocketChatErrorKind.Rejected, exception.Kind);
        Assert.Equal("error-room-not-found", exception.Code);
    }

    [Fact]
    public async Task AddAsync_EveryRouteForbidden_IsForbidden()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Bob);
        scene.Server
            .On("POST", "/api/v1/groups.addOwner", NotAllowed)
            .On("POST", OwnerScene.AddToRole, StubAnswer.Error("error-action-not-allowed", "Accessing permissions is not allowed"))
            .On("POST", "/api/v1/method.call/addRoomOwner", StubAnswer.Json("""{"message":"{\"msg\":\"result\",\"id\":\"1\",\"error\":{\"error\":\"error-not-allowed\",\"reason\":\"Not allowed\"}}","success":true}"""));

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => scene.Client.RoomOwners.AddAsync(OwnerScene.Private, OwnerScene.Alice, Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
    }

    [Fact]
    public async Task AddAsync_ReadsLagBehind_WaitsForTheReadBack()
    {
        await using var scene = await OwnerScene.SetAsync();
        var empty = StubAnswer.Json("""{"users":[],"total":0,"success":true}""");
        scene.Server.On("GET", OwnerScene.Owners, empty, empty, empty, StubAnswer.Json("""{"users":[{"_id":"alice-id","username":"alice"}],"total":1,"success":true}"""));

        Assert.Equal(OwnerChange.Made, await scene.Client.RoomOwners.AddAsync(OwnerScene.Private, OwnerScene.Alice, Token));
        Assert.Equal([200, 400], scene.Time.Waits.Select(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public async Task AddAsync_ReadsNeverShowIt_IsNotConfirmed()
    {
        await using var scene = await OwnerScene.SetAsync();
        scene.Server.On("POST", "/api/v1/groups.addOwner", StubAnswer.Json(Answers.Success));

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => scene.Client.RoomOwners.AddAsync(OwnerScene.Private, OwnerScene.Alice, Token));

        Assert.Equal(RocketChatErrorKind.NotConfirmed, exception.Kind);
        Assert.Single(scene.Writes);
    }

    [Fact]
    public async Task AddAsync_AnswerLostAfterTheEffect_IsSeenInTheReadBack()
    {
        await using var scene = await OwnerScene.SetAsync();
        scene.Server.On("POST", "/api/v1/groups.addOwner", context =>
        {
            scene.Change((string)context.Items["body"]!, add: true);
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(OwnerChange.Made, await scene.Client.RoomOwners.AddAsync(OwnerScene.Private, OwnerScene.Alice, Token));
        Assert.Single(scene.Writes);
    }

    [Fact]
    public async Task AddAsync_RequestLostBeforeTheEffect_IsSentOnceMore()
    {
        await using var scene = await OwnerScene.SetAsync();
        var first = true;
        scene.Server.On("POST", "/api/v1/groups.addOwner", context =>
        {
            if (first)
            {
                first = false;
                return StubServer.WriteAsync(context, StubAnswer.Html("<title>502 Bad Gateway</title>", 502));
            }

            return scene.Taking(add: true)(context);
        });

        Assert.Equal(OwnerChange.Made, await scene.Client.RoomOwners.AddAsync(OwnerScene.Private, OwnerScene.Alice, Token));
        Assert.Equal(2, scene.Writes.Count);
    }

    [Fact]
    public async Task RemoveAsync_OneOfTwo_TakesTheRoomRoute()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice, OwnerScene.Bob);

        Assert.Equal(OwnerChange.Made, await scene.Client.RoomOwners.RemoveAsync(OwnerScene.Public, OwnerScene.Alice, cancellationToken: Token));
        Assert.Equal([$"channels.removeOwner {ById}"], scene.Writes);
    }

    [Fact]
    public async Task RemoveAsync_NoOwnerAnyMore_WritesNothing()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Bob);

        Assert.Equal(OwnerChange.AlreadySo, await scene.Client.RoomOwners.RemoveAsync(OwnerScene.Private, OwnerScene.Alice, cancellationToken: Token));
        Assert.Empty(scene.Writes);
    }

    [Fact]
    public async Task RemoveAsync_NoMemberAnyMore_IsSettledByTheReadBack()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice, OwnerScene.Bob);
        scene.Server.On("POST", "/api/v1/groups.removeOwner", scene.Taking(add: false, StubAnswer.Error("error-invalid-room", "Invalid room")));

        Assert.Equal(OwnerChange.Made, await scene.Client.RoomOwners.RemoveAsync(OwnerScene.Private, OwnerScene.Alice, cancellationToken: Token));
    }

    [Fact]
    public async Task AddAsync_InvalidRoom_IsRejected()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Bob);
        scene.Server.On("POST", "/api/v1/groups.addOwner", StubAnswer.Error("error-invalid-room", "Invalid room"));

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => scene.Client.RoomOwners.AddAsync(OwnerScene.Private, OwnerScene.Alice, Token));

        Assert.Equal(RocketChatErrorKind.Rejected, exception.Kind);
        Assert.Equal("error-invalid-room", exception.Code);
    }

    [Fact]
    public async Task RemoveAsync_LastOwner_IsRefusedBeforeAnythingIsSent()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => scene.Client.RoomOwners.RemoveAsync(OwnerScene.Private, OwnerScene.Alice, cancellationToken: Token));

        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        Assert.Empty(scene.Writes);
    }

    [Fact]
    public async Task RemoveAsync_LastOwnerAllowed_GoesByRoleWithTheRoomAsScope()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice);

        await scene.Client.RoomOwners.RemoveAsync(OwnerScene.Private, OwnerScene.Alice, allowLast: true, Token);

        Assert.Equal("""roles.removeUserFromRole {"roleId":"owner","username":"alice","scope":"LoaWxfveCXBdSWj2E"}""", Assert.Single(scene.Writes));
    }

    [Fact]
    public async Task RemoveAsync_BecameTheLastMeanwhile_IsLastOwner()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice, OwnerScene.Bob);
        scene.Server.On("POST", "/api/v1/groups.removeOwner", StubAnswer.Error("error-remove-last-owner", "This is the last owner. Please set a new owner before removing this one."));

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => scene.Client.RoomOwners.RemoveAsync(OwnerScene.Private, OwnerScene.Alice, cancellationToken: Token));

        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        Assert.Equal("error-remove-last-owner", exception.Code);
    }

    [Fact]
    public async Task RemoveAsync_ServerWithoutRemoveUserFromRole_CallsTheMethod()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice, OwnerScene.Bob);
        const string Method = "/api/v1/method.call/authorization:removeUserFromRole";
        scene.Server
            .On("POST", "/api/v1/groups.removeOwner", NotFound)
            .On("POST", "/api/v1/method.call/removeRoomOwner", NotFound)
            .On("POST", OwnerScene.RemoveFromRole, StubAnswer.Html(Answers.WebApplication3111))
            .On("POST", Method, scene.Taking(add: false, StubAnswer.Json("""{"message":"{\"msg\":\"result\",\"id\":\"1\",\"result\":true}","success":true}""")));

        Assert.Equal(OwnerChange.Made, await scene.Client.RoomOwners.RemoveAsync(OwnerScene.Private, OwnerScene.Alice, cancellationToken: Token));
        Assert.Contains("LoaWxfveCXBdSWj2E", scene.Server.Only("POST", Method).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemoveAsync_PrivateRoomFromOutside_PrefersTheMethodThatGuardsTheLastOwner()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice, OwnerScene.Bob);
        scene.Server.On("POST", "/api/v1/groups.removeOwner", NotFound);

        await scene.Client.RoomOwners.RemoveAsync(OwnerScene.Private, OwnerScene.Alice, cancellationToken: Token);

        Assert.Equal(["groups.removeOwner", "method.call/removeRoomOwner"], scene.Writes.Select(write => write.Split(' ')[0]));
    }

    [Theory]
    [InlineData("groups.removeOwner")]
    [InlineData("method.call/removeRoomOwner")]
    [InlineData("roles.removeUserFromRole")]
    public async Task RemoveAsync_OtherOwnerRemovedAtTheSameTime_GivesTheOwnershipBack(string route)
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice, OwnerScene.Bob);
        string[] routes = ["groups.removeOwner", "method.call/removeRoomOwner", "roles.removeUserFromRole"];
        foreach (var closed in routes.TakeWhile(other => other != route))
        {
            scene.Server.On("POST", "/api/v1/" + closed, NotFound);
        }

        scene.Server.On("POST", "/api/v1/" + route, context =>
        {
            scene.Change("bob", add: false);
            return scene.Taking(add: false)(context);
        });

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => scene.Client.RoomOwners.RemoveAsync(OwnerScene.Private, OwnerScene.Alice, cancellationToken: Token));

        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        Assert.Contains("the ownership was restored", exception.Message, StringComparison.Ordinal);
        Assert.Equal("alice", Assert.Single(await scene.Client.RoomOwners.GetAsync(OwnerScene.Private.Id, Token)).Username);
    }

    [Fact]
    public async Task RemoveAsync_OtherOwnerReplacedAtTheSameTime_StaysMade()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice, OwnerScene.Bob);
        var lists = new Queue<string>(["alice,bob", "carol"]);
        scene.Server.On("GET", OwnerScene.Owners, context => StubServer.WriteAsync(context, OwnerScene.ListOf(lists.Dequeue().Split(','))));

        var made = await scene.Client.RoomOwners.RemoveAsync(OwnerScene.Private, OwnerScene.Alice, cancellationToken: Token);

        Assert.Equal(OwnerChange.Made, made);
    }

    [Fact]
    public async Task RemoveAsync_OwnershipCannotBeGivenBack_SaysThatTheRoomIsOwnerless()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice, OwnerScene.Bob);
        scene.Server
            .On("POST", "/api/v1/groups.removeOwner", context =>
            {
                scene.Change("bob", add: false);
                return scene.Taking(add: false)(context);
            })
            .On("POST", "/api/v1/groups.addOwner", NotAllowed)
            .On("POST", OwnerScene.AddToRole, NotAllowed)
            .On("POST", "/api/v1/method.call/addRoomOwner", NotAllowed);

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => scene.Client.RoomOwners.RemoveAsync(OwnerScene.Private, OwnerScene.Alice, cancellationToken: Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Contains("has no active owner now", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemoveAsync_TwoAtOnce_LeaveOneOwner()
    {
        await using var scene = await OwnerScene.SetAsync(OwnerScene.Alice, OwnerScene.Bob);

        Task<OwnerChange>[] removals =
        [
            scene.Client.RoomOwners.RemoveAsync(OwnerScene.Private, OwnerScene.Alice, cancellationToken: Token),
            scene.Client.RoomOwners.RemoveAsync(OwnerScene.Private, OwnerScene.Bob, cancellationToken: Token),
        ];
        var exception = await Assert.ThrowsAsync<RocketChatException>(() => Task.WhenAll(removals));

        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        Assert.Single(scene.Writes);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task AnyCall_BlankRoomId_SendsNothing(string id)
    {
        await using var scene = await OwnerScene.SetAsync();
        var room = OwnerScene.Private with { Id = id };

        await Assert.ThrowsAsync<ArgumentException>(() => scene.Client.RoomOwners.GetAsync(id, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => scene.Client.RoomOwners.AddAsync(room, OwnerScene.Alice, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => scene.Client.RoomOwners.RemoveAsync(room, OwnerScene.Alice, cancellationToken: Token));
        Assert.Empty(scene.Server.Requests);
    }

    [Theory]
    [InlineData(RoomKind.Direct)]
    [InlineData(RoomKind.LiveChat)]
    [InlineData(RoomKind.Voip)]
    [InlineData(RoomKind.Unknown)]
    public async Task AddAsync_RoomOfAKindWithoutOwners_SendsNothing(RoomKind kind)
    {
        await using var scene = await OwnerScene.SetAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => scene.Client.RoomOwners.AddAsync(OwnerScene.Private with { Kind = kind }, OwnerScene.Alice, Token));
        Assert.Empty(scene.Server.Requests);
    }
}
