using System.Collections.Concurrent;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>
/// Changes owners: takes the route that the server offers, and trusts only the list that it reads back. One list serves all changes of a
/// room that are under way at once. A removal is decided first, and checked on a list that is read after it.
/// </summary>
internal sealed class RoomOwnership(OwnerList list, OwnersOfMany ownersOfMany, ApiCapabilities capabilities)
{
    // A canceled caller waits for this, so it is short.
    private static readonly TimeSpan TimeToGiveBack = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, RoomWrites> _rooms = new(StringComparer.Ordinal);
    private readonly RemovalDecider _decider = new(list, ownersOfMany);
    private readonly OwnerWrite _write = new(list);
    private readonly RoomRoute _roomRoute = new();
    private readonly RoleRoute _roleRoute = new(capabilities);
    private readonly MethodRoute _methodRoute = new();

    public async Task<OwnerChange> AddAsync(Room room, User user, bool readFirst, ApiCall call)
    {
        var writes = WritesOf(room);

        // A route that the server does not guard may repeat what is done already.
        if (readFirst || room.Archived)
        {
            if (user.IsAmong(await list.ReadAsync(room.Id, call).ConfigureAwait(false)))
            {
                return OwnerChange.AlreadySo;
            }

            readFirst = true;
        }

        try
        {
            var (_, wasDone) = await _write.MakeAsync(room, user, owner: true, RoutesOfAddition(room), writes, call).ConfigureAwait(false);
            return wasDone && !readFirst ? OwnerChange.AlreadySo : OwnerChange.Made;
        }
        catch (RocketChatException refused) when (!readFirst && refused.Kind == RocketChatErrorKind.Forbidden)
        {
            // An account without the right to make owners can still adopt one.
            if (user.IsAmong(await list.ReadAsync(room.Id, call).ConfigureAwait(false)))
            {
                return OwnerChange.AlreadySo;
            }

            throw;
        }
    }

    public async Task<OwnerChange> RemoveAsync(Room room, User user, bool allowLast, ApiCall call)
    {
        var writes = WritesOf(room);
        var decision = await _decider.DecideAsync(room, user, allowLast, writes, call).ConfigureAwait(false);
        if (decision is null)
        {
            return OwnerChange.AlreadySo;
        }

        try
        {
            await (allowLast
                ? RemoveUnguardedAsync(room, user, decision.IsLast, writes, call)
                : RemoveGuardedAsync(room, user, decision.Active, writes, call)).ConfigureAwait(false);
            return OwnerChange.Made;
        }
        catch (RocketChatException failure) when (failure.Kind is RocketChatErrorKind.NotAMember or RocketChatErrorKind.Rejected)
        {
            // The user or the room may be gone by now.
            if (user.IsAmong(await list.ReadAsync(room.Id, call).ConfigureAwait(false)))
            {
                throw;
            }

            return OwnerChange.AlreadySo;
        }
        finally
        {
            writes.EndLeaving(user.Id);
        }
    }

    private RoomWrites WritesOf(Room room) => _rooms.GetOrAdd(room.Id, static _ => new RoomWrites());

    private async Task RemoveUnguardedAsync(Room room, User user, bool isLast, RoomWrites writes, ApiCall call)
    {
        try
        {
            // Only the role route removes the last owner.
            var routes = isLast ? [_roleRoute] : RoutesOfRemoval(room);
            await _write.MakeAsync(room, user, owner: false, routes, writes, call).ConfigureAwait(false);
        }
        catch (RocketChatException refused) when (refused.Kind == RocketChatErrorKind.LastOwner)
        {
            await _write.MakeAsync(room, user, owner: false, [_roleRoute], writes, call).ConfigureAwait(false);
        }
    }

    private async Task RemoveGuardedAsync(Room room, User user, User? active, RoomWrites writes, ApiCall call)
    {
        try
        {
            var routes = RoutesOfRemoval(room);
            var (remaining, _) = await _write.MakeAsync(room, user, owner: false, routes, writes, call).ConfigureAwait(false);
            var isKept = active is null
                ? remaining.Count > 0
                : active.IsAmong(remaining) && await LastActiveOwner.IsActiveAsync(active, call).ConfigureAwait(false);
            if (!isKept)
            {
                await RequireActiveOwnerAsync(room, user, remaining, writes, call).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The removal may have been carried out, and nobody has looked at what it left.
            await call.AfterwardsAsync(TimeToGiveBack, after => CheckRemovalAsync(room, user, writes, after)).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// The room route first: it has the fewest side effects to miss. Where it does not lead, the role route works in every room, but leaves
    /// teams and other servers behind: main rooms of teams and federated rooms go by method instead.
    /// </summary>
    private List<IOwnerRoute> RoutesOfAddition(Room room) =>
        Open(room, room.IsTeamMain || room.Federated ? [_roomRoute, _methodRoute] : [_roomRoute, _roleRoute, _methodRoute]);

    /// <summary>The role route last: the server guards the last owner on the other two, and does so after this client has.</summary>
    private List<IOwnerRoute> RoutesOfRemoval(Room room) =>
        Open(room, room.IsTeamMain || room.Federated ? [_roomRoute, _methodRoute] : [_roomRoute, _methodRoute, _roleRoute]);

    private List<IOwnerRoute> Open(Room room, List<IOwnerRoute> routes) =>
        room.Archived ? routes.FindAll(route => route != _roomRoute) : routes;

    private async Task CheckRemovalAsync(Room room, User user, RoomWrites writes, ApiCall call)
    {
        var remaining = await list.ReadAsync(room.Id, call).ConfigureAwait(false);
        if (!user.IsAmong(remaining))
        {
            await RequireActiveOwnerAsync(room, user, remaining, writes, call).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Gives the ownership back where nobody active is left: two clients can each remove an owner whom the other still counts on. Both then
    /// give back, which leaves one owner too many rather than none.
    /// </summary>
    /// <exception cref="RocketChatException">The ownership had to be given back.</exception>
    private async Task RequireActiveOwnerAsync(Room room, User user, IReadOnlyList<User> remaining, RoomWrites writes, ApiCall call)
    {
        if (await LastActiveOwner.FindAsync(remaining, call).ConfigureAwait(false) is not null)
        {
            return;
        }

        try
        {
            await _write.MakeAsync(room, user, owner: true, RoutesOfAddition(room), writes, call).ConfigureAwait(false);
        }
        catch (RocketChatException failure)
        {
            throw OwnerRefusal.LeftOwnerless(room, user, failure);
        }

        throw OwnerRefusal.Restored(room, user);
    }
}
