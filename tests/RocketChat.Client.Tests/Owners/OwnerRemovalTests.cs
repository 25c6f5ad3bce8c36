using RocketChat.Client.Errors;
using RocketChat.Client.Owners;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Owners;

/// <summary>Removing an owner, which must never leave a room without one.</summary>
public sealed class OwnerRemovalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RemoveAsync_OneOfTwo_TakesTheRoomRoute()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);

        var change = await fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Public, OwnerFixture.Alice, cancellationToken: Token);

        Assert.Equal(OwnerChange.Made, change);
        Assert.Equal([$"channels.removeOwner {OwnerFixture.AliceById}"], fixture.Writes);
    }

    [Fact]
    public async Task RemoveAsync_NoLongerOwner_WritesNothing()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Bob);

        Assert.Equal(OwnerChange.AlreadySo, await RemoveAsync(fixture));
        Assert.Empty(fixture.Writes);
    }

    [Theory]
    [InlineData("error-invalid-room")]
    [InlineData("error-user-not-owner")]
    [InlineData("error-user-not-in-role")]
    public async Task RemoveAsync_NoLongerMemberOrOwner_IsSettledByTheReadBack(string code)
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.removeOwner", fixture.Taking(add: false, StubAnswer.Error(code, "Not so")));

        Assert.Equal(OwnerChange.Made, await RemoveAsync(fixture));
    }

    [Fact]
    public async Task RemoveAsync_LastOwner_IsRefusedBeforeAnythingIsSent()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice);

        var exception = await FailToRemoveAsync(fixture);

        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        Assert.Equal("alice is the last owner of the room priv.", exception.Message);
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
    public async Task RemoveAsync_BecameTheLastMeanwhile_WhereThatIsAllowed_GoesByRole()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.removeOwner", StubAnswer.Error("error-remove-last-owner", "This is the last owner."));

        await fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, allowLast: true, Token);

        Assert.Equal(["groups.removeOwner", "roles.removeUserFromRole"], fixture.Writes.Select(write => write.Split(' ')[0]));
    }

    [Fact]
    public async Task RemoveAsync_ArchivedRoom_GoesByMethodAtOnce()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);

        await fixture.Client.RoomOwners.RemoveAsync(
            OwnerFixture.Private with { Archived = true }, OwnerFixture.Alice, cancellationToken: Token);

        Assert.StartsWith("method.call/removeRoomOwner", Assert.Single(fixture.Writes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task RemoveAsync_TeamOrFederatedRoom_NeverGoesByRole(bool team, bool federated)
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server
            .On("POST", "/api/v1/groups.removeOwner", OwnerFixture.NotFound)
            .On("POST", "/api/v1/method.call/removeRoomOwner", OwnerFixture.NotFound);
        var room = OwnerFixture.Private with { IsTeamMain = team, Federated = federated };

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.RemoveAsync(room, OwnerFixture.Alice, cancellationToken: Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Equal(["groups.removeOwner", "method.call/removeRoomOwner"], fixture.Writes.Select(write => write.Split(' ')[0]));
    }

    [Fact]
    public async Task RemoveAsync_ReadsNeverShowIt_IsNotConfirmed()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.removeOwner", StubAnswer.Json(Answers.Success));

        var exception = await FailToRemoveAsync(fixture);

        Assert.Equal(RocketChatErrorKind.NotConfirmed, exception.Kind);
        Assert.Equal("The server accepted the change, but alice is still an owner of the room priv.", exception.Message);
    }

    [Fact]
    public async Task RemoveAsync_BecameTheLastMeanwhile_IsLastOwner()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server.On(
            "POST",
            "/api/v1/groups.removeOwner",
            StubAnswer.Error("error-remove-last-owner", "This is the last owner. Please set a new owner before removing this one."));

        var exception = await FailToRemoveAsync(fixture);

        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        Assert.Equal("error-remove-last-owner", exception.Code);
    }

    [Fact]
    public async Task RemoveAsync_ServerWithoutRemoveUserFromRole_CallsTheMethod()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        const string Method = "/api/v1/method.call/authorization:removeUserFromRole";
        fixture.Server
            .On("POST", "/api/v1/groups.removeOwner", OwnerFixture.NotFound)
            .On("POST", "/api/v1/method.call/removeRoomOwner", OwnerFixture.NotFound)
            .On("POST", OwnerFixture.RemoveFromRole, StubAnswer.Html(Answers.WebApplication3111))
            .On(
                "POST",
                Method,
                fixture.Taking(
                    add: false, StubAnswer.Json("""{"message":"{\"msg\":\"result\",\"id\":\"1\",\"result\":true}","success":true}""")));

        Assert.Equal(OwnerChange.Made, await RemoveAsync(fixture));
        Assert.Contains("LoaWxfveCXBdSWj2E", fixture.Server.Only("POST", Method).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemoveAsync_PrivateRoomFromOutside_PrefersTheMethodThatGuardsTheLastOwner()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.removeOwner", OwnerFixture.NotFound);

        await RemoveAsync(fixture);

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
            fixture.Server.On("POST", "/api/v1/" + closed, OwnerFixture.NotFound);
        }

        fixture.Server.On("POST", "/api/v1/" + route, context =>
        {
            fixture.Change("bob", add: false);
            return fixture.Taking(add: false)(context);
        });

        var exception = await FailToRemoveAsync(fixture);

        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        Assert.Equal(
            "alice turned out to be the last active owner of the room priv, because another owner was removed at the same time; the"
            + " ownership was restored.",
            exception.Message);
        Assert.Equal("alice", Assert.Single(await fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token)).Username);
    }

    [Theory]
    [InlineData(true, "turned out to be the last active owner of the room")]
    [InlineData(false, "has no active owner now")]
    public async Task RemoveAsync_NamesWithWhatATerminalObeys_AreShownAsEscapes(bool isRestored, string expected)
    {
        const string Hostile = "a\u001B[31m\nError: forged\u202E";
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        if (!isRestored)
        {
            fixture.Server.OnAnything(context => StubServer.WriteAsync(context, OwnerFixture.NotAllowed));
        }

        fixture.Server.On("POST", "/api/v1/groups.removeOwner", context =>
        {
            fixture.Change("bob", add: false);
            if (!isRestored)
            {
                fixture.Server
                    .On("POST", "/api/v1/groups.addOwner", OwnerFixture.NotAllowed)
                    .On("POST", "/api/v1/method.call/addRoomOwner", OwnerFixture.NotAllowed)
                    .On("POST", OwnerFixture.AddToRole, OwnerFixture.NotAllowed);
            }

            return fixture.Taking(add: false)(context);
        });

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => fixture.Client.RoomOwners.RemoveAsync(
            OwnerFixture.Private with { Name = Hostile },
            OwnerFixture.Alice with { Username = "alice" + Hostile },
            cancellationToken: Token));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Contains(@"a\u001B[31m\nError: forged\u202E", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(exception.Message, char.IsControl);
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
    public async Task RemoveAsync_OfTheOnlyOwnerOfAMomentAgo_ReadsTheListAgain()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice);
        await fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token);
        fixture.Change("bob", add: true);

        Assert.Equal(OwnerChange.Made, await RemoveAsync(fixture));
    }

    [Fact]
    public async Task RemoveAsync_OtherDeactivatedOwnerRemovedAtTheSameTime_GivesTheOwnershipBack()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server
            .On("GET", "/api/v1/users.info", StubAnswer.Json(Answers.UnknownUser, 400))
            .On("POST", "/api/v1/groups.removeOwner", context =>
            {
                fixture.Change("bob", add: false);
                return fixture.Taking(add: false)(context);
            });

        var exception = await FailToRemoveAsync(fixture);

        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        Assert.Equal("alice", Assert.Single(await fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token)).Username);
    }

    [Fact]
    public async Task RemoveAsync_OtherOwnerReplacedAtTheSameTime_StaysMade()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        var lists = new Queue<string>(["alice,bob", "carol"]);
        fixture.Server.On(
            "GET", OwnerFixture.Owners, context => StubServer.WriteAsync(context, OwnerFixture.ListOf(lists.Dequeue().Split(','))));

        var made = await RemoveAsync(fixture);

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
            .On("POST", "/api/v1/groups.addOwner", OwnerFixture.NotAllowed)
            .On("POST", OwnerFixture.AddToRole, OwnerFixture.NotAllowed)
            .On("POST", "/api/v1/method.call/addRoomOwner", OwnerFixture.NotAllowed);

        var exception = await FailToRemoveAsync(fixture);

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.StartsWith(
            "The room priv has no active owner now: alice was removed while another owner was removed at the same time, and could not be"
            + " made an owner again: ",
            exception.Message,
            StringComparison.Ordinal);
        Assert.EndsWith(exception.InnerException!.Message, exception.Message, StringComparison.Ordinal);
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

    private static Task<OwnerChange> RemoveAsync(OwnerFixture fixture) =>
        fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token);

    private static Task<RocketChatException> FailToRemoveAsync(OwnerFixture fixture) =>
        Assert.ThrowsAsync<RocketChatException>(() => RemoveAsync(fixture));
}
