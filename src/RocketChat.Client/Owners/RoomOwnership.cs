using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>Changes owners: reads first, takes the route that the server offers, and trusts only the list that it reads back.</summary>
internal sealed class RoomOwnership(OwnerList list, ApiCapabilities capabilities)
{
    // Role caches lag by about a second, and instances of a cluster behind each other.
    private static readonly TimeSpan[] PausesBetweenReads =
        [TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(800), TimeSpan.FromMilliseconds(1600)];

    // A canceled caller waits for this, so it is short.
    private static readonly TimeSpan TimeToGiveBack = TimeSpan.FromSeconds(10);

    private const int MaxAttempts = 2;

    private readonly RoomQueue _queue = new();
    private readonly RoomRoute _roomRoute = new();
    private readonly RoleRoute _roleRoute = new(capabilities);
    private readonly MethodRoute _methodRoute = new();

    public Task<OwnerChange> AddAsync(Room room, User user, ApiCall call) => _queue.RunAsync(
        room.Id,
        async () =>
        {
            if (Owns(user, await list.ReadAsync(room.Id, call).ConfigureAwait(false)))
            {
                return OwnerChange.AlreadySo;
            }

            await ChangeAsync(room, user, owner: true, RoutesOfAddition(room), call).ConfigureAwait(false);
            return OwnerChange.Made;
        },
        call.Token);

    public Task<OwnerChange> RemoveAsync(Room room, User user, bool allowLast, ApiCall call) => _queue.RunAsync(
        room.Id,
        async () =>
        {
            var owners = await list.ReadAsync(room.Id, call).ConfigureAwait(false);
            if (!Owns(user, owners))
            {
                return OwnerChange.AlreadySo;
            }

            if (allowLast)
            {
                // Only the role route removes the last owner.
                var routes = owners.Count == 1 ? [_roleRoute] : RoutesOfRemoval(room);
                await ChangeAsync(room, user, owner: false, routes, call).ConfigureAwait(false);
                return OwnerChange.Made;
            }

            var active = await LastActiveOwner.RefuseAsync(room, user, owners, call).ConfigureAwait(false);
            try
            {
                var remaining = await ChangeAsync(room, user, owner: false, RoutesOfRemoval(room), call).ConfigureAwait(false);
                if (active is not null ? !Owns(active, remaining) : remaining.Count == 0)
                {
                    await RequireActiveOwnerAsync(room, user, remaining, call).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException)
            {
                // The removal may have been carried out, and nobody has looked at what it left.
                await call.AfterwardsAsync(TimeToGiveBack, after => CheckRemovalAsync(room, user, after)).ConfigureAwait(false);
                throw;
            }

            return OwnerChange.Made;
        },
        call.Token);

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

    private async Task CheckRemovalAsync(Room room, User user, ApiCall call)
    {
        var remaining = await list.ReadAsync(room.Id, call).ConfigureAwait(false);
        if (!Owns(user, remaining))
        {
            await RequireActiveOwnerAsync(room, user, remaining, call).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Gives the ownership back where nobody active is left: two clients can each remove an owner whom the other still counts on. Both then
    /// give back, which leaves one owner too many rather than none.
    /// </summary>
    /// <exception cref="RocketChatException">The ownership had to be given back.</exception>
    private async Task RequireActiveOwnerAsync(Room room, User user, IReadOnlyList<User> remaining, ApiCall call)
    {
        if (await LastActiveOwner.FindAsync(remaining, call).ConfigureAwait(false) is not null)
        {
            return;
        }

        try
        {
            await ChangeAsync(room, user, owner: true, RoutesOfAddition(room), call).ConfigureAwait(false);
        }
        catch (RocketChatException failure)
        {
            throw OwnerRefusal.LeftOwnerless(room, user, failure);
        }

        throw OwnerRefusal.Restored(room, user);
    }

    /// <returns>The owners, read after the change.</returns>
    private async Task<IReadOnlyList<User>> ChangeAsync(Room room, User user, bool owner, IReadOnlyList<IOwnerRoute> routes, ApiCall call)
    {
        for (var attempt = 1; ; attempt++)
        {
            var doubt = await WriteAsync(room, user, owner, routes, call).ConfigureAwait(false);
            if (await ConfirmAsync(room, user, owner, call).ConfigureAwait(false) is { } owners)
            {
                return owners;
            }

            // After a lost answer the reads show that nothing changed, so the request may be sent once more.
            if (doubt is null || attempt == MaxAttempts)
            {
                throw doubt ?? OwnerRefusal.NotConfirmed(room, user, owner);
            }
        }
    }

    /// <returns>Null if the server accepted the change; the failure if it is not known whether it did.</returns>
    private static async Task<RocketChatException?> WriteAsync(
        Room room, User user, bool owner, IReadOnlyList<IOwnerRoute> routes, ApiCall call)
    {
        var refusals = new List<RocketChatException>();
        foreach (var route in routes)
        {
            try
            {
                await (owner ? route.AddAsync(room, user, call) : route.RemoveAsync(room, user, call)).ConfigureAwait(false);
                return null;
            }
            catch (RocketChatException exception) when (OwnerRefusal.IsAlreadyDone(exception, owner))
            {
                return null;
            }
            catch (RocketChatException exception) when (OwnerRefusal.MayHaveRun(exception))
            {
                return exception;
            }
            catch (RocketChatException exception) when (OwnerRefusal.IsDeadEnd(exception))
            {
                refusals.Add(exception);
            }
            catch (RocketChatException exception) when (OwnerRefusal.IsLastOwner(exception))
            {
                throw OwnerRefusal.LastOwner(room, user, exception);
            }
            catch (RocketChatException exception) when (OwnerRefusal.IsNotAMember(exception))
            {
                // The role route answers the same about a room that was deleted meanwhile.
                var stillThere = await RoomsApi.FindByIdAsync(room.Id, call).ConfigureAwait(false) is not null;
                throw stillThere ? OwnerRefusal.NotAMember(room, user, exception) : OwnerRefusal.RoomGone(room, exception);
            }
        }

        throw OwnerRefusal.OutOfReach(room, refusals);
    }

    /// <returns>The owners as soon as they show the change; null when they do not.</returns>
    private async Task<IReadOnlyList<User>?> ConfirmAsync(Room room, User user, bool owner, ApiCall call)
    {
        foreach (var pause in PausesBetweenReads)
        {
            if (await ReadAsync().ConfigureAwait(false) is { } owners)
            {
                return owners;
            }

            await call.DelayAsync(pause).ConfigureAwait(false);
        }

        return await ReadAsync().ConfigureAwait(false);

        async Task<IReadOnlyList<User>?> ReadAsync()
        {
            var owners = await list.ReadAsync(room.Id, call).ConfigureAwait(false);
            return Owns(user, owners) == owner ? owners : null;
        }
    }

    private static bool Owns(User user, IReadOnlyList<User> owners) => owners.Any(owner => owner.Id == user.Id);
}
