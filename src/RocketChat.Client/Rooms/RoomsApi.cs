using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;

namespace RocketChat.Client.Rooms;

/// <summary>Rooms: channels, private groups, teams, discussions.</summary>
public sealed class RoomsApi
{
    private readonly DeadlineHandler _deadline;

    private readonly BulkReads<RoomDirectory> _allRooms;

    private volatile bool _seesOwnRoomsOnly;

    internal RoomsApi(DeadlineHandler deadline, BulkReads<RoomDirectory> allRooms)
    {
        _deadline = deadline;
        _allRooms = allRooms;
    }

    /// <summary>Every channel and private room of the workspace, main rooms of teams and discussions included; in no order.</summary>
    /// <exception cref="RocketChatException">
    /// The call failed, or the account may not see all rooms (<see cref="RocketChatErrorKind.Forbidden"/>).
    /// </exception>
    public Task<IReadOnlyList<Room>> ListAsync(CancellationToken cancellationToken = default) =>
        _deadline.RunAsync(RoomDirectory.ReadAllAsync, cancellationToken);

    /// <summary>
    /// The room with this id; null if there is none. After many lookups the list of all rooms is read instead, if that
    /// takes fewer calls; it serves for ten minutes.
    /// </summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="RocketChatException">
    /// The call failed, or the room exists but this account may not see it (<see cref="RocketChatErrorKind.Forbidden"/>).
    /// </exception>
    public async Task<Room?> FindByIdAsync(string roomId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(roomId);
        var all = await _allRooms.GetAsync(Subject.MembersOf(roomId), cancellationToken).ConfigureAwait(false);
        return all?.Find(roomId)
            ?? await _deadline.RunAsync(call => LookUpAsync(roomId, call), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The channel or private room with exactly this <see cref="Room.Name"/> (not its display name); null if there is none.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="RocketChatException">
    /// The call failed, or the room exists but this account may not see it (<see cref="RocketChatErrorKind.Forbidden"/>).
    /// </exception>
    public Task<Room?> FindByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return _deadline.RunAsync(call => FindByNameAsync(name, call), cancellationToken);
    }

    // Each refusal counts for the rate limit, so an account that is no administrator asks for the rooms that it can see first.
    private async Task<Room?> LookUpAsync(string roomId, ApiCall call)
    {
        if (_seesOwnRoomsOnly)
        {
            try
            {
                if (await FindVisibleByIdAsync(roomId, call).ConfigureAwait(false) is { } visible)
                {
                    return visible;
                }
            }
            catch (RocketChatException exception) when (IsHidden(exception))
            {
                // The account may be an administrator by now.
            }
        }

        try
        {
            return await FindAsAdministratorAsync(roomId, call).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (IsHidden(exception))
        {
            var room = await FindVisibleByIdAsync(roomId, call).ConfigureAwait(false);

            // The refusal of a room that exists is about the account.
            _seesOwnRoomsOnly |= room is not null;
            return room;
        }
    }

    /// <summary>The room as the server has shown it a moment ago; null if there is none.</summary>
    internal static async Task<Room?> FindRecentByIdAsync(string roomId, ApiCall call)
    {
        try
        {
            return await FindAsAdministratorAsync(roomId, call, ApiRequest.Recent).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (IsHidden(exception))
        {
            return await FindVisibleByIdAsync(roomId, call, ApiRequest.Recent).ConfigureAwait(false);
        }
    }

    private static async Task<Room?> FindAsAdministratorAsync(string roomId, ApiCall call, TimeSpan? maxAge = null)
    {
        // Administrators see every room here, member or not, archived or not.
        var request = ApiRequest.Get("rooms.adminRooms.getRoom", ("rid", roomId)) with
        {
            IsLookup = true,
            About = [Subject.MembersOf(roomId)],
            MaxAge = maxAge ?? TimeSpan.MaxValue,
        };
        var answer = await call.SendAsync(request).ConfigureAwait(false);
        var room = Room.From(answer.Root) ?? throw answer.Unexpected("the room has no id");
        return room.Id == roomId ? room : throw answer.Unexpected("it is about another room");
    }

    // "not-allowed" stands for an unknown room as well as for a hidden one: only rooms.info tells them apart.
    private static Task<Room?> FindVisibleByIdAsync(string roomId, ApiCall call, TimeSpan? maxAge = null) =>
        FindVisibleAsync("roomId", roomId, room => room.Id == roomId, call, maxAge);

    private static async Task<Room?> FindByNameAsync(string name, ApiCall call)
    {
        try
        {
            // Without "teams" the main rooms of teams are left out; with "discussions" old versions list nothing else.
            (string, string)[] query = [("filter", name), ("types[]", "c"), ("types[]", "p"), ("types[]", "teams")];
            var request = ApiRequest.Get("rooms.adminRooms", query) with { IsLookup = true };

            // Only a recent list shows that there is no such room.
            ApiRequest[] attempts = [request, request with { MaxAge = ApiRequest.Recent }];
            foreach (var attempt in attempts)
            {
                await foreach (var item in call.ListAsync(attempt, "rooms").ConfigureAwait(false))
                {
                    if (Room.From(item) is { } room && room.Name == name)
                    {
                        return room;
                    }
                }
            }
        }
        catch (RocketChatException exception) when (IsHidden(exception))
        {
            // The account is no administrator: only the rooms that it can see are left.
        }

        return await FindVisibleAsync("roomName", name, room => room.Name == name, call).ConfigureAwait(false);
    }

    private static async Task<Room?> FindVisibleAsync(
        string key, string value, Predicate<Room> isMeant, ApiCall call, TimeSpan? maxAge = null)
    {
        try
        {
            return await GetAsync("rooms.info", "room", key, value, isMeant, call, maxAge).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (IsUnknownRoom(exception))
        {
            return null;
        }
        catch (RocketChatException exception) when (exception.Code == "error-room-archived")
        {
            return await GetArchivedAsync(key, value, isMeant, call, maxAge).ConfigureAwait(false);
        }
    }

    // rooms.info rejects archived rooms before 8.6; channels.info and groups.info do not.
    private static async Task<Room?> GetArchivedAsync(
        string key, string value, Predicate<Room> isMeant, ApiCall call, TimeSpan? maxAge)
    {
        try
        {
            return await GetAsync("channels.info", "channel", key, value, isMeant, call, maxAge).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (IsUnknownRoom(exception))
        {
            return await GetAsync("groups.info", "group", key, value, isMeant, call, maxAge).ConfigureAwait(false);
        }
    }

    private static async Task<Room?> GetAsync(
        string endpoint, string member, string key, string value, Predicate<Room> isMeant, ApiCall call, TimeSpan? maxAge)
    {
        var request = ApiRequest.Get(endpoint, (key, value)) with { IsLookup = true, MaxAge = maxAge ?? TimeSpan.MaxValue };
        var answer = await call.SendAsync(request).ConfigureAwait(false);
        var room = Room.From(answer.Required(member)) ?? throw answer.Unexpected("the room has no id");
        return isMeant(room) ? room : null;
    }

    private static bool IsUnknownRoom(RocketChatException exception) =>
        exception is { Kind: RocketChatErrorKind.Rejected, Code: "error-room-not-found" };

    private static bool IsHidden(RocketChatException exception) =>
        exception.Kind is RocketChatErrorKind.Forbidden or RocketChatErrorKind.UnknownEndpoint;
}
