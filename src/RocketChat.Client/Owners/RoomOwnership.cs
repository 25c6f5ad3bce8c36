using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>
/// Changes owners: takes the route that the server offers, and trusts only the list that it reads back. One list serves all changes of a
/// room that are under way at once. A removal is decided on a list first, and checked on one afterwards.
/// </summary>
internal sealed class RoomOwnership(OwnerList list, OwnersOfMany ownersOfMany, LastActiveOwner lastActive, ApiCapabilities capabilities)
{
    // A canceled caller waits for this, so it is short.
    private static readonly TimeSpan TimeToGiveBack = TimeSpan.FromSeconds(10);

    private readonly RoomsInWork _rooms = new();
    private readonly OwnerWrite _write = new(list);
    private readonly RoomRoute _roomRoute = new();
    private readonly RoleRoute _roleRoute = new(capabilities);
    private readonly MethodRoute _methodRoute = new();

    public Task<OwnerChange> AddAsync(Room room, User user, bool readFirst, ApiCall call) => _rooms.RunAsync(room.Id, async writes =>
    {
        // A route that the server does not guard may repeat what is done already.
        if (readFirst || room.Archived)
        {
            if (user.IsIn(await list.ReadAsync(room.Id, call).ConfigureAwait(false)))
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
            if (user.IsIn(await list.ReadAsync(room.Id, call).ConfigureAwait(false)))
            {
                return OwnerChange.AlreadySo;
            }

            throw;
        }
    });

    public Task<OwnerChange> RemoveAsync(Room room, User user, bool allowLast, ApiCall call) => _rooms.RunAsync(room.Id, async writes =>
    {
        var decision = await DecideAsync(room, user, allowLast, writes, call).ConfigureAwait(false);
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
        finally
        {
            writes.EndLeaving(user.Id);
        }
    });

    /// <summary>
    /// Decides whether the user may be removed, and counts the user as gone from then on. Removals of a room decide one after the other,
    /// each without those who are leaving already.
    /// </summary>
    /// <returns>Null if the user is no owner any more.</returns>
    private async Task<RemovalDecision?> DecideAsync(Room room, User user, bool allowLast, RoomWrites writes, ApiCall call)
    {
        await writes.Turn.WaitAsync(call.Token).ConfigureAwait(false);
        try
        {
            var decision = await DecideByKnownAsync(room, user, allowLast, writes, call).ConfigureAwait(false)
                ?? await DecideByListAsync(room, user, allowLast, writes, call).ConfigureAwait(false);
            if (decision is not null)
            {
                writes.Leave(user.Id);
            }

            return decision;
        }
        finally
        {
            writes.Turn.Release();
        }
    }

    /// <summary>The decision where what was read before allows the removal; null where only a list of now decides.</summary>
    private async Task<RemovalDecision?> DecideByKnownAsync(Room room, User user, bool allowLast, RoomWrites writes, ApiCall call)
    {
        if (list.FindRecent(room.Id) is { } recent)
        {
            try
            {
                return await DecideAsync(room, user, recent, allowLast, writes, call).ConfigureAwait(false);
            }
            catch (RocketChatException refused) when (refused.Kind == RocketChatErrorKind.LastOwner)
            {
                return null;
            }
        }

        // The room route alone has a guard of the server's own.
        return !allowLast && !room.Archived && await FindKnownActiveAsync().ConfigureAwait(false) is { } active
            ? new RemovalDecision(active, IsLast: false)
            : null;

        Task<User?> FindKnownActiveAsync() =>
            ownersOfMany.FindAsync(room.Id, userId => userId == user.Id || writes.IsLeaving(userId), call);
    }

    private async Task<RemovalDecision?> DecideByListAsync(Room room, User user, bool allowLast, RoomWrites writes, ApiCall call)
    {
        await writes.WaitUntilQuietAsync(call.Token).ConfigureAwait(false);
        var owners = await list.ReadAsync(room.Id, call).ConfigureAwait(false);
        return await DecideAsync(room, user, owners, allowLast, writes, call).ConfigureAwait(false);
    }

    private async Task<RemovalDecision?> DecideAsync(
        Room room, User user, IReadOnlyList<User> owners, bool allowLast, RoomWrites writes, ApiCall call)
    {
        List<User> staying = [.. owners.Where(owner => owner.Id == user.Id || !writes.IsLeaving(owner.Id))];
        if (!user.IsIn(staying))
        {
            return null;
        }

        return allowLast
            ? new RemovalDecision(Active: null, IsLast: staying.Count == 1)
            : new RemovalDecision(await lastActive.RefuseAsync(room, user, staying, call).ConfigureAwait(false), IsLast: false);
    }

    private async Task RemoveUnguardedAsync(Room room, User user, bool isLast, RoomWrites writes, ApiCall call)
    {
        try
        {
            // Only the role route removes the last owner.
            var routes = isLast ? [_roleRoute] : RoutesOfRemoval(room);
            await _write.MakeAsync(room, user, owner: false, routes, writes, call).ConfigureAwait(false);
        }
        catch (RocketChatException refused) when (!isLast && refused.Kind == RocketChatErrorKind.LastOwner)
        {
            await _write.MakeAsync(room, user, owner: false, [_roleRoute], writes, call).ConfigureAwait(false);
        }
    }

    private async Task RemoveGuardedAsync(Room room, User user, User? active, RoomWrites writes, ApiCall call)
    {
        try
        {
            var (remaining, _) = await _write.MakeAsync(room, user, owner: false, RoutesOfRemoval(room), writes, call).ConfigureAwait(false);
            if (active is not null ? !active.IsIn(remaining) : remaining.Count == 0)
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
        if (!user.IsIn(remaining))
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
        if (await lastActive.FindAsync(remaining, call).ConfigureAwait(false) is not null)
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

    /// <param name="Active">An active owner who stays; null where none is needed.</param>
    /// <param name="IsLast">Whether nobody owns the room afterwards.</param>
    private sealed record RemovalDecision(User? Active, bool IsLast);
}
