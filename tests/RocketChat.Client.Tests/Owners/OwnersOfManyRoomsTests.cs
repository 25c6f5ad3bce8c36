using RocketChat.Client.Errors;

namespace RocketChat.Client.Tests.Owners;

/// <summary>The owners of rooms that were not read, as the rooms of a user show them.</summary>
public sealed class OwnersOfManyRoomsTests
{
    // The single reads that come first, whatever the size of the workspace.
    private const int Singles = 8;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetOneOfManyAsync_OfMoreRoomsThanOwners_AsksOnceForEachOwner()
    {
        await using var rooms = await ManyRooms.StartAsync(12, room => room == 3 ? ["alice", "bob"] : ["alice"]);

        await rooms.AssertOwnersAsync(Token);

        Assert.Equal((Singles + 1, 2), (rooms.Lists, rooms.Lookups));
        Assert.Empty(await rooms.Client.RoomOwners.GetOneOfManyAsync("unknown", Token));
        Assert.Equal((Singles + 1, 2), (rooms.Lists, rooms.Lookups));
        Assert.All(
            rooms.Server.Requests.Where(request => request.Path == OwnerFixture.Owners),
            request => Assert.StartsWith("?role=owner&", request.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetOneOfManyAsync_WithoutAnyOwner_AsksForNoUser()
    {
        await using var rooms = await ManyRooms.StartAsync(12, _ => []);

        await rooms.AssertOwnersAsync(Token);

        Assert.Equal((Singles + 1, 0), (rooms.Lists, rooms.Lookups));
    }

    [Theory]
    [InlineData("alice", false)]
    [InlineData("bob", true)]
    public async Task GetOneOfManyAsync_WhereTheRoomsOfAnOwnerAreHidden_ReadsRoomByRoom(string hidden, bool asksForBob)
    {
        await using var rooms = await ManyRooms.StartAsync(12, _ => ["alice", "bob"]);
        rooms.HiddenUsers.Add(hidden);

        await rooms.AssertOwnersAsync(Token);

        Assert.Equal(12 + 1, rooms.Lists);
        Assert.Equal(asksForBob, rooms.Server.Requests.Any(request => request.Query.Contains("bob", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GetOneOfManyAsync_WhereAnOwnerHasNoRoomInTheAnswer_ReadsRoomByRoom()
    {
        await using var rooms = await ManyRooms.StartAsync(12, room => room == 11 ? ["carol"] : ["alice"]);
        rooms.HiddenRooms.Add("r11");

        await rooms.AssertOwnersAsync(Token);

        Assert.Equal(12 + 1, rooms.Lists);
    }

    [Theory]
    [InlineData(40, true, true)]
    [InlineData(41, true, false)]
    [InlineData(41, false, true)]
    public async Task GetOneOfManyAsync_OfManyOwners_AsksForEachUnlessTheServerLimitsThat(int owners, bool isLimited, bool expected)
    {
        await using var rooms = await ManyRooms.StartAsync(50, room => [$"user{room % owners}"]);
        rooms.IsLimited = isLimited;

        await rooms.AssertOwnersAsync(Token);

        Assert.Equal(expected ? owners : 0, rooms.Lookups);
    }

    // The rest of a list of more than a hundred owners is one more call.
    [Theory]
    [InlineData(100, 100, 1)]
    [InlineData(101, 102, 2)]
    public async Task GetOneOfManyAsync_OfManyOwners_ReadsSingleRoomsUntilThatCostsAsMuch(int owners, int singles, int pages)
    {
        await using var rooms = await ManyRooms.StartAsync(110, room => [$"user{room % owners}"]);

        await rooms.AssertOwnersAsync(Token);

        Assert.Equal((singles + pages, owners), (rooms.Lists, rooms.Lookups));
    }

    [Fact]
    public async Task GetOneOfManyAsync_WithoutARoom_IsRefusedAlsoOnceAllOwnersAreKnown()
    {
        await using var rooms = await ManyRooms.StartAsync(12, _ => ["alice"]);
        await rooms.AssertOwnersAsync(Token);

        await Assert.ThrowsAsync<ArgumentException>(() => rooms.Client.RoomOwners.GetOneOfManyAsync(" ", Token));
    }

    [Fact]
    public async Task GetOneOfManyAsync_OfARoomThatWasRead_AsksNothing()
    {
        await using var rooms = await ManyRooms.StartAsync(1, _ => ["alice"]);
        await rooms.Client.RoomOwners.GetAsync("r0", Token);

        await rooms.AssertOwnersAsync(Token);

        Assert.Single(rooms.Server.Requests);
    }

    [Fact]
    public async Task GetRecentAsync_OfARoomReadAMomentAgo_AsksNothing()
    {
        await using var rooms = await ManyRooms.StartAsync(1, _ => ["alice"]);
        await rooms.Client.RoomOwners.GetAsync("r0", Token);

        Assert.Equal("alice", Assert.Single(await rooms.Client.RoomOwners.GetRecentAsync("r0", Token)).Id);
        Assert.Single(rooms.Server.Requests);
    }

    [Theory]
    [InlineData("alice", true)]
    [InlineData("bob", false)]
    public async Task IsOwnerAsync_IsShownByTheRoomsOfTheUser(string user, bool expected)
    {
        await using var rooms = await ManyRooms.StartAsync(2, room => room == 0 ? ["alice"] : ["bob"]);

        Assert.Equal(expected, await IsOwnerAsync(rooms, user));
        Assert.Equal((0, 1), (rooms.Lists, rooms.Lookups));
    }

    [Theory]
    [InlineData("alice", true)]
    [InlineData("bob", false)]
    public async Task IsOwnerAsync_WhereTheRoomsAreHidden_IsShownByTheListOfTheRoom(string user, bool expected)
    {
        await using var rooms = await ManyRooms.StartAsync(1, _ => ["alice"]);
        rooms.HiddenUsers.Add(user);

        Assert.Equal(expected, await IsOwnerAsync(rooms, user));
        var asked = rooms.Server.Requests.Count;
        Assert.Equal(expected, await IsOwnerAsync(rooms, user));

        Assert.Equal((1, asked), (rooms.Lists, rooms.Server.Requests.Count));
    }

    [Fact]
    public async Task IsKnownToKeepAnOwnerAsync_ByAnotherUserWhoOwnsSeveralRooms_IsTrue()
    {
        await using var rooms = await StartWithTwoReadAsync(room => room == 2 ? ["alice"] : ["alice", "bob"]);

        Assert.True(await rooms.Client.RoomOwners.IsKnownToKeepAnOwnerAsync("r2", "bob", Token));
        Assert.False(await rooms.Client.RoomOwners.IsKnownToKeepAnOwnerAsync("r2", "alice", Token));
        Assert.Equal(2, rooms.Lists);
    }

    [Fact]
    public async Task IsKnownToKeepAnOwnerAsync_ByADeactivatedUser_IsFalse()
    {
        await using var rooms = await StartWithTwoReadAsync(_ => ["alice"]);
        rooms.Deactivated.Add("alice");

        Assert.False(await rooms.Client.RoomOwners.IsKnownToKeepAnOwnerAsync("r2", "bob", Token));
    }

    [Fact]
    public async Task IsKnownToKeepAnOwnerAsync_ByAUserWhoIsOnlyAMember_IsFalse()
    {
        await using var rooms = await StartWithTwoReadAsync(room => room == 2 ? ["carol"] : ["alice"]);

        Assert.False(await rooms.Client.RoomOwners.IsKnownToKeepAnOwnerAsync("r2", "bob", Token));
        Assert.Equal(1, rooms.Lookups);
    }

    [Fact]
    public async Task IsKnownToKeepAnOwnerAsync_AsksForNoMoreThanThreeUsers()
    {
        await using var rooms = await StartWithTwoReadAsync(room => room == 2 ? ["d"] : ["a", "b", "c", "d"]);

        Assert.False(await rooms.Client.RoomOwners.IsKnownToKeepAnOwnerAsync("r2", "nobody", Token));
        Assert.Equal(3, rooms.Lookups);
    }

    [Fact]
    public async Task GetRoomsOwnedByAsync_ListsEachRoomOnce()
    {
        await using var rooms = await ManyRooms.StartAsync(3, room => room == 1 ? ["bob"] : ["alice"]);

        Assert.Equal(["r0", "r2"], await rooms.Client.RoomOwners.GetRoomsOwnedByAsync("alice", Token));
        Assert.Equal(0, rooms.Lists);
    }

    [Fact]
    public async Task GetRoomsOwnedByAsync_WhereTheServerHidesThem_NamesThePermission()
    {
        await using var rooms = await ManyRooms.StartAsync(1, _ => ["alice"]);
        rooms.HiddenUsers.Add("alice");

        var refused = await Assert.ThrowsAsync<RocketChatException>(() => rooms.Client.RoomOwners.GetRoomsOwnedByAsync("alice", Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, refused.Kind);
        Assert.Equal(
            "The server does not show this account the rooms of the user alice; that needs the permission view-other-user-channels.",
            refused.Message);
    }

    /// <summary>Three rooms, of which the owners of the first two were read.</summary>
    private static async Task<ManyRooms> StartWithTwoReadAsync(Func<int, string[]> owners)
    {
        var rooms = await ManyRooms.StartAsync(3, owners);
        await rooms.Client.RoomOwners.GetAsync("r0", Token);
        await rooms.Client.RoomOwners.GetAsync("r1", Token);
        return rooms;
    }

    private static Task<bool> IsOwnerAsync(ManyRooms rooms, string userId) => rooms.Client.RoomOwners.IsOwnerAsync(
        OwnerFixture.Private with { Id = "r0" }, OwnerFixture.Alice with { Id = userId, Username = userId }, Token);
}
