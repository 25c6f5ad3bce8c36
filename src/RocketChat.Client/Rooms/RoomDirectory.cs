using System.Text.Json;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;

namespace RocketChat.Client.Rooms;

/// <summary>The channels, private rooms and main rooms of teams, by id: one call for a hundred. Discussions are not in it.</summary>
internal sealed class RoomDirectory
{
    // Without "teams" the main rooms of teams are left out; with "discussions" old versions list nothing else.
    private static readonly (string, string)[] AllButDiscussions = [("types[]", "c"), ("types[]", "p"), ("types[]", "teams")];

    private readonly Dictionary<string, Room> _rooms;

    private RoomDirectory(IEnumerable<Room> rooms) =>
        _rooms = rooms.DistinctBy(room => room.Id).ToDictionary(room => room.Id, StringComparer.Ordinal);

    public Room? Find(string roomId) => _rooms.GetValueOrDefault(roomId);

    /// <summary>The cost of the directory.</summary>
    public static async Task<BulkOffer<RoomDirectory>?> OfferAsync(ApiCall call)
    {
        var page = await FirstPage.ReadAsync(ApiRequest.Get("rooms.adminRooms", AllButDiscussions), "rooms", call).ConfigureAwait(false);
        return new BulkOffer<RoomDirectory>(
            page.FurtherCalls, async running => new RoomDirectory(RoomsIn(await page.AllAsync(running).ConfigureAwait(false))));
    }

    /// <summary>Every room that can have owners, discussions included.</summary>
    public static async Task<IReadOnlyList<Room>> ReadAllAsync(ApiCall call)
    {
        var rooms = new Dictionary<string, Room>(StringComparer.Ordinal);
        (string, string)[][] kinds = [AllButDiscussions, [("types[]", "discussions")]];
        foreach (var kind in kinds)
        {
            await foreach (var item in call.ListAsync(ApiRequest.Get("rooms.adminRooms", kind), "rooms").ConfigureAwait(false))
            {
                // A discussion in a direct message has no owners.
                if (Room.From(item) is { Kind: RoomKind.Channel or RoomKind.Private } room)
                {
                    rooms[room.Id] = room;
                }
            }
        }

        return [.. rooms.Values];
    }

    private static IEnumerable<Room> RoomsIn(IEnumerable<JsonElement> items) => items.Select(Room.From).OfType<Room>();
}
