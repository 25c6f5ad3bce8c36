using RocketChat.Client.Rooms;

namespace RocketChat.Client.Tests.Owners;

/// <summary>Reads of owners that prepare for many: how many of them the server gets.</summary>
public sealed class ManyReadsTests
{
    private static readonly string[] Users = [.. Enumerable.Range(0, 12).Select(number => $"user{number}")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RoomKind.Channel, 120, 8, 1)]
    [InlineData(RoomKind.Channel, 600, 12, 0)]
    [InlineData(RoomKind.Private, 120, 12, 0)]
    public async Task IsOwnerAsync_OfManyUsersOfOneRoom_ReadsItsListWhereThatCostsLess(
        RoomKind kind, int members, int lookups, int lists)
    {
        await using var rooms = await ManyRooms.StartAsync(1, _ => ["user2", "user11"]);
        var room = OwnerFixture.Public with { Id = "r0", Kind = kind, UsersCount = members };

        var owners = new List<string>();
        foreach (var user in Users)
        {
            if (await rooms.Client.RoomOwners.IsOwnerAsync(room, OwnerFixture.Alice with { Id = user, Username = user }, Token))
            {
                owners.Add(user);
            }
        }

        Assert.Equal(["user2", "user11"], owners);
        Assert.Equal((lookups, lists), (rooms.Lookups, rooms.Lists));
    }

    [Fact]
    public async Task PrepareRemovalAsync_OfManyRooms_ReadsTheFirstEight()
    {
        await using var rooms = await ManyRooms.StartAsync(10, room => [$"owner{room}", "alice"]);

        for (var room = 0; room < 10; room++)
        {
            await rooms.Client.RoomOwners.PrepareRemovalAsync($"r{room}", room < 2 ? "nobody" : "alice", Token);
        }

        Assert.Equal(8, rooms.Lists);
    }

    [Fact]
    public async Task PrepareRemovalAsync_OfARoomThatWasRead_SendsNothing()
    {
        await using var rooms = await ManyRooms.StartAsync(1, _ => ["alice"]);
        await rooms.Client.RoomOwners.GetAsync("r0", Token);

        await rooms.Client.RoomOwners.PrepareRemovalAsync("r0", "alice", Token);

        Assert.Single(rooms.Server.Requests);
    }

    [Fact]
    public async Task PrepareRemovalAsync_OfARoomThatAnOwnerOfManyKeeps_ReadsNoList()
    {
        await using var rooms = await ManyRooms.StartAsync(3, _ => ["alice", "bob"]);
        await rooms.Client.RoomOwners.GetAsync("r0", Token);
        await rooms.Client.RoomOwners.GetAsync("r1", Token);

        await rooms.Client.RoomOwners.PrepareRemovalAsync("r2", "bob", Token);

        Assert.Equal((2, 1), (rooms.Lists, rooms.Lookups));
    }
}
