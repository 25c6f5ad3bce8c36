using System.Text.Json;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Members;

/// <summary>
/// Finds out whether a user is in a room: from the user's rooms, which administrators see, or from the room's members. Only a recent answer
/// shows that somebody is not in the room.
/// </summary>
internal sealed class MemberLookup(UserRoomsQuery userRooms)
{
    private const double PageSize = 100;

    private readonly Dictionary<string, HashSet<string>> _asked = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether many users of one room are asked about, so that the lists of its members and of its owners take fewer calls than an answer
    /// for each user.
    /// </summary>
    public bool PrefersLists(Room room, User user)
    {
        lock (_asked)
        {
            if (!_asked.TryGetValue(room.Id, out var users))
            {
                _asked[room.Id] = users = new HashSet<string>(StringComparer.Ordinal);
            }

            users.Add(user.Id);
            return users.Count > BulkReads<UserDirectory>.FirstSingles && 2 * PagesOf(room) < users.Count;
        }
    }

    // The user's rooms first: their list serves the lookups in other rooms, too.
    public async Task<bool?> FindAsync(Room room, User user, ApiCall call)
    {
        if (PrefersLists(room, user) && await IsListedAsync(room, user, call, TimeSpan.MaxValue).ConfigureAwait(false) == true)
        {
            return true;
        }

        var known = await userRooms.AskAsync(user.Id, room.Id, call).ConfigureAwait(false);
        if (known is { } rooms && !Subscriptions(rooms, room).Any())
        {
            known = await userRooms.AskAsync(user.Id, room.Id, call, ApiRequest.Recent).ConfigureAwait(false);
        }

        return known is { } found
            ? Subscriptions(found, room).Any()
            : await IsListedAsync(room, user, call, TimeSpan.MaxValue).ConfigureAwait(false) == true
                ? true
                : await IsListedAsync(room, user, call, ApiRequest.Recent).ConfigureAwait(false);
    }

    /// <summary>The users who are not in the room, where this account can see that.</summary>
    public async Task<IReadOnlyList<User>> FindOutsidersAsync(Room room, IReadOnlyCollection<User> users, ApiCall call)
    {
        var unlisted = users.ToList();
        if (PagesOf(room) < users.Count)
        {
            // The list has no deactivated members: it shows who is in the room, and nobody who is not.
            foreach (var user in users)
            {
                if (await IsListedAsync(room, user, call, TimeSpan.MaxValue).ConfigureAwait(false) == true)
                {
                    unlisted.Remove(user);
                }
            }
        }

        var answers = await Task.WhenAll(unlisted.Select(user => FindAsync(room, user, call))).ConfigureAwait(false);
        return [.. unlisted.Where((_, index) => answers[index] == false)];
    }

    public async Task<IReadOnlyList<string>?> RolesAsync(Room room, User user, ApiCall call) =>
        await userRooms.AskAsync(user.Id, room.Id, call, ApiRequest.Recent).ConfigureAwait(false) is { } known
            ? [.. Subscriptions(known, room).SelectMany(item => item.Strings("roles") ?? [])]
            : null;

    private static IEnumerable<JsonElement> Subscriptions(JsonElement user, Room room) =>
        user.Items("rooms").Where(item => item.String("rid") == room.Id);

    // A private room shows its members to members only.
    private static double PagesOf(Room room) =>
        room is { Kind: RoomKind.Channel, UsersCount: { } members } ? Math.Ceiling(members / PageSize) : double.MaxValue;

    private static async Task<bool?> IsListedAsync(Room room, User user, ApiCall call, TimeSpan maxAge)
    {
        var endpoint = room.Kind == RoomKind.Channel ? "channels.members" : "groups.members";
        try
        {
            var request = ApiRequest.Get(endpoint, ("roomId", room.Id)) with
            {
                IsLookup = true,
                About = [Subject.MembersOf(room.Id)],
                MaxAge = maxAge,
            };
            await foreach (var member in call.ListAsync(request, "members").ConfigureAwait(false))
            {
                if (member.String("_id") == user.Id)
                {
                    return true;
                }
            }

            return false;
        }
        catch (RocketChatException exception) when (exception.Kind is RocketChatErrorKind.Rejected or RocketChatErrorKind.Forbidden)
        {
            return null;
        }
    }
}
