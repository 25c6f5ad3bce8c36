using RocketChat.Client.Errors;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Owners;

/// <summary>The owners of a room, as an administrator and as a member read them.</summary>
public sealed class OwnerListTests
{
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
            .On("GET", OwnerFixture.Owners, OwnerFixture.NotAllowed)
            .On("GET", "/api/v1/channels.roles", OwnerFixture.NotFound)
            .On(
                "GET",
                "/api/v1/groups.roles",
                StubAnswer.Json(
                    """{"roles":[{"rid":"r","u":{"_id":"bob-id","username":"bob"},"roles":["moderator","leader"]},{"rid":"r","""
                    + """ "u":{"_id":"alice-id","username":"alice"},"roles":["owner"]}],"success":true}"""));

        Assert.Equal(["alice"], (await fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token)).Select(owner => owner.Username));
    }

    /// <summary>8.6.1: 23-rooms-more, "rooms.membersOrderedByRole archpriv".</summary>
    [Fact]
    public async Task GetAsync_ArchivedRoomAsMember_ReadsTheMembersWithTheirRoles()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server
            .On("GET", OwnerFixture.Owners, OwnerFixture.NotAllowed)
            .On("GET", "/api/v1/channels.roles", StubAnswer.Error("error-room-archived", "The channel, x, is archived"))
            .On(
                "GET",
                "/api/v1/rooms.membersOrderedByRole",
                StubAnswer.Json(
                    """{"members":[{"_id":"alice-id","username":"alice","roles":["owner"]},{"_id":"bob-id","username":"bob"}],"""
                    + """ "count":2,"offset":0,"total":2,"success":true}"""));

        Assert.Equal(["alice"], (await fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token)).Select(owner => owner.Username));
    }

    [Fact]
    public async Task GetAsync_ArchivedRoomAsMemberOfAnOldServer_IsForbidden()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server
            .On("GET", OwnerFixture.Owners, OwnerFixture.NotAllowed)
            .On("GET", "/api/v1/channels.roles", StubAnswer.Error("error-room-archived", "The channel, x, is archived"))
            .On("GET", "/api/v1/rooms.membersOrderedByRole", StubAnswer.Json("{}", 404));

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Contains("view-other-user-channels", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_UserTwiceOrWithoutAnId_ListsEachUserOnce()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On(
            "GET",
            OwnerFixture.Owners,
            StubAnswer.Json(
                """{"users":[{"_id":"alice-id","username":"alice"},{"username":"x"},{"_id":"alice-id","username":"alice"}],"total":3,"""
                + """ "success":true}"""));

        Assert.Equal("alice", Assert.Single(await fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token)).Username);
    }

    [Fact]
    public async Task GetAsync_FailureThatIsNoRefusal_IsReportedAtOnce()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On("GET", OwnerFixture.Owners, StubAnswer.Json("{}", 500));

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token));

        Assert.Equal(RocketChatErrorKind.ServerError, exception.Kind);
        Assert.Single(fixture.Server.Requests);
    }

    [Fact]
    public async Task GetAsync_AnswerToAMemberWithoutRoles_IsUnexpected()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server
            .On("GET", OwnerFixture.Owners, OwnerFixture.NotAllowed)
            .On("GET", "/api/v1/channels.roles", StubAnswer.Json(Answers.Success));

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token));

        Assert.Equal(RocketChatErrorKind.UnexpectedAnswer, exception.Kind);
        Assert.Contains("\"roles\" is missing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_NeitherAdministratorNorMember_ReportsTheFirstRefusal()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On("GET", OwnerFixture.Owners, OwnerFixture.NotAllowed)
            .On("GET", "/api/v1/channels.roles", OwnerFixture.NotFound)
            .On("GET", "/api/v1/groups.roles", OwnerFixture.NotFound);

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.GetAsync(OwnerFixture.Private.Id, Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Equal(OwnerFixture.Owners, exception.Path);
    }

    [Fact]
    public async Task GetAsync_RefusedToTheAccountBefore_AsksAtOnceAsAMember()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server
            .On("GET", OwnerFixture.Owners, OwnerFixture.NotAllowed)
            .On("GET", "/api/v1/channels.roles", OwnerFixture.NotFound)
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
        fixture.Server.On("GET", OwnerFixture.Owners, OwnerFixture.NotAllowed)
            .On("GET", "/api/v1/channels.roles", OwnerFixture.NotFound)
            .On("GET", "/api/v1/groups.roles", OwnerFixture.NotFound);

        for (var time = 0; time < 2; time++)
        {
            var exception = await Assert.ThrowsAsync<RocketChatException>(() => fixture.Client.RoomOwners.GetAsync("r1", Token));

            Assert.Equal((RocketChatErrorKind.Forbidden, OwnerFixture.Owners), (exception.Kind, exception.Path));
        }
    }
}
