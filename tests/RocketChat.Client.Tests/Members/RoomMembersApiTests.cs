using RocketChat.Client.Rooms;
using RocketChat.Client.Tests.Owners;
using RocketChat.Client.Tests.Stub;
using RocketChat.Client.Users;

namespace RocketChat.Client.Tests.Members;

public sealed class RoomMembersApiTests
{
    private const string UserInfo = "/api/v1/users.info";
    private const string Members = "/api/v1/groups.members";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("LoaWxfveCXBdSWj2E", true)]
    [InlineData("another", false)]
    public async Task IsMemberAsync_WhereTheUsersRoomsAreTold_AsksNothingElse(string roomId, bool expected)
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On(
            "GET",
            UserInfo,
            StubAnswer.Json($$"""{"user":{"_id":"alice-id","username":"alice","rooms":[{"rid":"{{roomId}}","t":"p"}]},"success":true}"""));

        Assert.Equal(expected, await fixture.Client.RoomMembers.IsMemberAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));

        Assert.Single(fixture.Server.Requests);
    }

    [Theory]
    [InlineData("alice-id", true)]
    [InlineData("bob-id", false)]
    public async Task IsMemberAsync_WhereTheyAreNot_LooksAmongTheMembers(string member, bool expected)
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On(
            "GET",
            Members,
            StubAnswer.Json($$"""{"members":[{"_id":"{{member}}","username":"x"}],"count":1,"offset":0,"total":1,"success":true}"""));

        Assert.Equal(expected, await fixture.Client.RoomMembers.IsMemberAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));
    }

    [Fact]
    public async Task IsMemberAsync_WhereBothAreRefused_IsNotKnown()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server
            .On(
                "GET",
                UserInfo,
                StubAnswer.Json(
                    """{"success":false,"error":"must NOT have additional properties [invalid-params]","errorType":"invalid-params"}""",
                    400))
            .On(
                "GET",
                Members,
                StubAnswer.Json(
                    """{"success":false,"error":"no such group [error-room-not-found]","errorType":"error-room-not-found"}""", 400));

        Assert.Null(await fixture.Client.RoomMembers.IsMemberAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));
    }

    [Fact]
    public async Task IsMemberAsync_WhereTheServerRefusesTheFormerParameter_DoesNotTryItAgain()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server
            .On("GET", UserInfo, context => StubServer.WriteAsync(
                context,
                context.Request.Query.ContainsKey("fields")
                    ? StubAnswer.Error("error-invalid-params", "must NOT have additional properties")
                    : StubAnswer.Json($$"""{"user":{"_id":"{{context.Request.Query["userId"]}}","username":"x"},"success":true}""")))
            .On("GET", Members, StubAnswer.Json("""{"members":[],"count":0,"offset":0,"total":0,"success":true}"""));

        foreach (var user in (User[])[OwnerFixture.Alice, OwnerFixture.Bob])
        {
            Assert.False(await fixture.Client.RoomMembers.IsMemberAsync(OwnerFixture.Private, user, Token));
        }

        Assert.Equal(3, fixture.Server.Count("GET", UserInfo));
    }

    [Fact]
    public async Task InviteAsync_OfPrivateRoom_GoesByGroup()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On("POST", "/api/v1/groups.invite", StubAnswer.Json(Answers.Success));

        await fixture.Client.RoomMembers.InviteAsync(OwnerFixture.Private, OwnerFixture.Alice, Token);

        Assert.Equal(["groups.invite {\"roomId\":\"LoaWxfveCXBdSWj2E\",\"userId\":\"alice-id\"}"], fixture.Writes);
    }

    [Fact]
    public async Task InviteAsync_OfDirectMessage_IsRefusedBeforeAnythingIsSent()
    {
        await using var fixture = await OwnerFixture.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() =>
            fixture.Client.RoomMembers.InviteAsync(OwnerFixture.Private with { Kind = RoomKind.Direct }, OwnerFixture.Alice, Token));

        Assert.Empty(fixture.Server.Requests);
    }

    [Fact]
    public async Task FindOutsidersAsync_OfSeveralInAPublicRoom_AsksOnlyForThoseWhomTheListOfMembersLacks()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server
            .On("GET", "/api/v1/channels.members", StubAnswer.Json("""{"members":[{"_id":"alice-id"}],"total":1,"success":true}"""))
            .On("GET", UserInfo, context => StubServer.WriteAsync(context, RoomsOf(
                context.Request.Query["userId"]!, context.Request.Query["userId"] == "bob-id" ? OwnerFixture.Public.Id : "other")));
        var room = OwnerFixture.Public with { UsersCount = 3 };
        var carol = new User { Id = "carol-id", Username = "carol" };

        // The list of members leaves out deactivated ones, such as bob.
        Assert.Equal(
            [carol], await fixture.Client.RoomMembers.FindOutsidersAsync(room, [OwnerFixture.Alice, OwnerFixture.Bob, carol], Token));
        Assert.DoesNotContain(fixture.Server.Requests, request => request.Query.Contains("alice-id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FindOutsidersAsync_InAPrivateRoom_AsksForEach()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On(
            "GET", UserInfo, context => StubServer.WriteAsync(context, RoomsOf(context.Request.Query["userId"]!, OwnerFixture.Private.Id)));
        var room = OwnerFixture.Private with { UsersCount = 2 };

        Assert.Empty(await fixture.Client.RoomMembers.FindOutsidersAsync(room, [OwnerFixture.Alice, OwnerFixture.Bob], Token));
        Assert.Equal(2, fixture.Server.Count("GET", UserInfo));
        Assert.Equal(2, fixture.Server.Requests.Count);
    }

    [Fact]
    public async Task IsMemberAsync_AfterManyUsersOfARoom_ReadsTheListOfMembers()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        var members = string.Join(',', Enumerable.Range(0, 20).Select(n => $$"""{"_id":"user{{n}}-id"}"""));
        fixture.Server
            .On("GET", "/api/v1/channels.members", StubAnswer.Json($$"""{"members":[{{members}}],"total":20,"success":true}"""))
            .On("GET", UserInfo, context => StubServer.WriteAsync(
                context, RoomsOf(context.Request.Query["userId"]!, OwnerFixture.Public.Id)));
        var room = OwnerFixture.Public with { UsersCount = 20 };

        for (var n = 0; n < 20; n++)
        {
            var user = new User { Id = $"user{n}-id", Username = $"user{n}" };
            Assert.True(await fixture.Client.RoomMembers.IsMemberAsync(room, user, Token));
        }

        Assert.Equal(8, fixture.Server.Count("GET", UserInfo));
        Assert.Equal(9, fixture.Server.Requests.Count);
    }

    private static StubAnswer RoomsOf(string userId, string roomId) => StubAnswer.Json(
        $$"""{"user":{"_id":"{{userId}}","username":"x","rooms":[{"rid":"{{roomId}}","t":"c"}]},"success":true}""");
}
