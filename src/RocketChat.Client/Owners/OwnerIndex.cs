using System.Text.Json;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;
using RocketChat.Client.Retries;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>
/// The owners of all rooms, read by user: first every user who owns a room (<c>roles.getUsersInRole</c> without a room), then the rooms of
/// each. That costs a call for each owner instead of one for each room.
/// </summary>
internal sealed class OwnerIndex
{
    /// <summary>The server allows ten lookups a minute: with more owners the read would exceed its deadline.</summary>
    private const int MostOwnersUnderALimit = 40;

    private const int LookupsAtOnce = 8;

    private readonly Dictionary<string, List<User>> _owners = new(StringComparer.Ordinal);

    private OwnerIndex()
    {
    }

    /// <summary>The owners of a room; empty for a room without owners and for an unknown room.</summary>
    public IReadOnlyList<User> OwnersOf(string roomId) => _owners.GetValueOrDefault(roomId) ?? [];

    /// <summary>The cost of the index; null if it is not worth it.</summary>
    public static async Task<BulkOffer<OwnerIndex>?> OfferAsync(UserRoomsQuery userRooms, RetryHandler retry, ApiCall call)
    {
        var request = ApiRequest.Get("roles.getUsersInRole", ("role", "owner"));
        var page = await FirstPage.ReadAsync(request, "users", call).ConfigureAwait(false);
        return retry.IsLimited && page.Total > MostOwnersUnderALimit
            ? null
            : new BulkOffer<OwnerIndex>((int)page.Total + page.FurtherCalls, running => ReadAsync(page, userRooms, running));
    }

    /// <summary>The ids of the rooms that a user owns; null if the server does not show them to this account.</summary>
    public static async Task<IReadOnlyList<string>?> RoomsOfAsync(string userId, UserRoomsQuery userRooms, ApiCall call) =>
        await userRooms.AskAsync(userId, null, call).ConfigureAwait(false) is { } user ? OwnedBy(user) : null;

    /// <summary>Whether an answer about a user shows the ownership of a room.</summary>
    public static bool IsOwner(JsonElement user, string roomId) =>
        user.Items("rooms").Any(room => room.String("rid") == roomId && IsOwned(room));

    private static async Task<OwnerIndex?> ReadAsync(FirstPage page, UserRoomsQuery userRooms, ApiCall call)
    {
        var items = await page.AllAsync(call).ConfigureAwait(false);
        var ids = items.Select(item => item.NonEmptyString("_id")).OfType<string>().Distinct().ToArray();
        var index = new OwnerIndex();
        if (ids.Length == 0)
        {
            return index;
        }

        // The first lookup finds the parameter that this server understands. An answer has all rooms of a user, so none is kept for long.
        foreach (var chunk in ids.Skip(1).Chunk(LookupsAtOnce).Prepend([ids[0]]))
        {
            var users = await Task.WhenAll(chunk.Select(id => userRooms.AskAsync(id, null, call))).ConfigureAwait(false);
            if (!users.All(user => user is { } found && index.Add(found)))
            {
                return null;
            }
        }

        return index;
    }

    // An owner without any room in the answer shows that the answer is incomplete.
    private bool Add(JsonElement element)
    {
        var rooms = OwnedBy(element);
        if (User.From(element) is not { } user || rooms.Count == 0)
        {
            return false;
        }

        foreach (var room in rooms)
        {
            if (!_owners.TryGetValue(room, out var owners))
            {
                _owners[room] = owners = [];
            }

            owners.Add(user);
        }

        return true;
    }

    private static bool IsOwned(JsonElement room) => room.Strings("roles")?.Contains("owner") == true;

    private static List<string> OwnedBy(JsonElement user) =>
    [
        .. user.Items("rooms")
            .Where(IsOwned)
            .Select(room => room.NonEmptyString("rid"))
            .OfType<string>()
            .Distinct(),
    ];
}
