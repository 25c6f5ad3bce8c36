using RocketChat.Client.Errors;
using RocketChat.Client.Owners;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Owners;

/// <summary>Refusals of a change of an owner: which of them the list of owners settles, and what the message of the others says.</summary>
public sealed class OwnerFailureTests
{
    private static readonly string[] Additions = ["groups.addOwner", "roles.addUserToRole", "method.call/addRoomOwner"];
    private static readonly string[] Removals = ["groups.removeOwner", "method.call/removeRoomOwner", "roles.removeUserFromRole"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddUnreadAsync_OfAnOwner_WhereTheFailureIsNoMissingRight_IsReported()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice);
        fixture.Server.On("POST", "/api/v1/groups.addOwner", StubAnswer.Error("error-invalid-user", "Invalid user"));

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.AddUnreadAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));

        Assert.Equal(RocketChatErrorKind.Rejected, exception.Kind);
        Assert.Equal(0, fixture.Server.Count("GET", OwnerFixture.Owners));
    }

    [Fact]
    public async Task AddAsync_WithoutTheRight_ReadsTheOwnersOnce()
    {
        await using var fixture = await StartAsync(Additions, OwnerFixture.NotAllowed);

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice with { Id = "carol-id" }, Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Equal(1, fixture.Server.Count("GET", OwnerFixture.Owners));
    }

    [Fact]
    public async Task RemoveAsync_WithoutTheRight_ReadsTheOwnersOnce()
    {
        await using var fixture = await StartAsync(Removals, OwnerFixture.NotAllowed);

        Assert.Equal(RocketChatErrorKind.Forbidden, (await FailToRemoveAsync(fixture)).Kind);
        Assert.Equal(1, fixture.Server.Count("GET", OwnerFixture.Owners));
    }

    [Theory]
    [InlineData("error-user-not-in-room", "User is not in this room")]
    [InlineData("error-invalid-user", "Invalid user")]
    public async Task RemoveAsync_OfAUserWhoLeftTheRoomMeanwhile_IsSettledByTheList(string code, string text)
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server.On("POST", "/api/v1/groups.removeOwner", fixture.Taking(add: false, StubAnswer.Error(code, text)));

        Assert.Equal(
            OwnerChange.AlreadySo,
            await fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token));
    }

    [Fact]
    public async Task RemoveAsync_ThatMayLeaveNobody_InATeamThatCannotBeReached_NeverGoesByRole()
    {
        await using var fixture = await StartAsync(Removals, OwnerFixture.NotFound);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => fixture.Client.RoomOwners.RemoveAsync(
            OwnerFixture.Private with { IsTeamMain = true }, OwnerFixture.Alice, allowLast: true, Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Equal(Removals.Take(2), fixture.Writes.Select(write => write.Split(' ')[0]));
    }

    [Fact]
    public async Task RemoveAsync_BesideSeveralDeactivatedOwners_NamesThem()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server
            .On("GET", OwnerFixture.Owners, OwnerFixture.ListOf("alice", "bob", "carol"))
            .On("GET", "/api/v1/users.info", context => StubServer.WriteAsync(context, context.Request.Query["userId"] == "alice-id"
                ? StubAnswer.Json("""{"user":{"_id":"alice-id","username":"alice","active":true},"success":true}""")
                : StubAnswer.Json(Answers.UnknownUser, 400)));

        Assert.Equal(
            "alice is the last active owner of the room priv; the other owners are deactivated: bob, carol.",
            (await FailToRemoveAsync(fixture)).Message);
    }

    [Fact]
    public async Task RemoveAsync_FromOutside_WhereTheServerGivesNoReason_ShowsItsCode()
    {
        await using var fixture = await StartAsync(
            Removals, StubAnswer.Json("""{"success":false,"errorType":"error-room-not-found"}""", 400));

        Assert.Equal(
            "Only members can change the owners of the room priv: let the account join it first. The server answered:"
            + " error-room-not-found",
            (await FailToRemoveAsync(fixture)).Message);
    }

    [Fact]
    public async Task RemoveAsync_AfterOneThatFailed_CountsTheOwnerWhoStayed()
    {
        await using var fixture = await StartAsync(Removals, OwnerFixture.NotAllowed);
        await FailToRemoveAsync(fixture);
        fixture.Server.On("POST", "/api/v1/groups.removeOwner", fixture.Taking(add: false));

        Assert.Equal(
            OwnerChange.Made,
            await fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Bob, cancellationToken: Token));
        Assert.Equal(RocketChatErrorKind.LastOwner, (await FailToRemoveAsync(fixture)).Kind);
    }

    [Fact]
    public async Task RemoveAsync_CanceledWhileItWaitsForAnotherChange_SendsNothing()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        await using var client = TestClient.For(fixture.Server);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var (arrived, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        fixture.Server.On("POST", "/api/v1/groups.addOwner", async context =>
        {
            arrived.SetResult();
            await gate.Task;
            await fixture.Taking(add: true)(context);
        });
        var adding = client.RoomOwners.AddUnreadAsync(OwnerFixture.Private, OwnerFixture.Bob, Token);
        await arrived.Task;

        var removing = client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => removing);
        Assert.Equal(0, fixture.Server.Count("GET", OwnerFixture.Owners));
        gate.SetResult();
        await adding;
    }

    /// <summary>A room that alice and bob own, in a workspace where these endpoints give one answer.</summary>
    private static async Task<OwnerFixture> StartAsync(string[] endpoints, StubAnswer answer)
    {
        var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        Array.ForEach(endpoints, endpoint => fixture.Server.On("POST", "/api/v1/" + endpoint, answer));
        return fixture;
    }

    private static Task<RocketChatException> FailToRemoveAsync(OwnerFixture fixture) => Assert.ThrowsAsync<RocketChatException>(
        () => fixture.Client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, cancellationToken: Token));
}
