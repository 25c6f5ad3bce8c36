using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>Changes owners: reads them first, picks a route, and reads the change back.</summary>
internal sealed class RoomOwnership(OwnerList list, ApiCapabilities capabilities)
{
    // Role caches lag by about a second, and instances of a cluster behind each other.
    private static readonly TimeSpan[] PausesBetweenReads =
        [TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(800), TimeSpan.FromMilliseconds(1600)];

    private const int MaxAttempts = 2;

    private readonly RoomQueue _queue = new();
    private readonly RoomRoute _roomRoute = new();
    private readonly RoleRoute _roleRoute = new(capabilities);
    private readonly MethodRoute _methodRoute = new();

    public Task<OwnerChange> AddAsync(Room room, User user, ApiCall call) => _queue.RunAsync(
        room.Id,
        async () =>
        {
            var owners = await list.ReadAsync(room.Id, call).ConfigureAwait(false);
            return Owns(user, owners)
                ? OwnerChange.AlreadySo
                : await ChangeAsync(room, user, owner: true, RoutesTo(room), call).ConfigureAwait(false);
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

            var isLast = owners.Count == 1;
            if (!allowLast)
            {
                await LastActiveOwner.RefuseAsync(room, user, owners, call).ConfigureAwait(false);
            }

            // Only the role route removes the last owner.
            var routes = isLast ? [_roleRoute] : RoutesTo(room);
            return await ChangeAsync(room, user, owner: false, routes, call).ConfigureAwait(false);
        },
        call.Token);

    /// <summary>
    /// The room route first: it updates everything that depends on the owners. As a fallback, ordinary rooms go by role; main rooms of
    /// teams and federated rooms by method, because the role route would not update the team or the other servers.
    /// </summary>
    private List<IOwnerRoute> RoutesTo(Room room)
    {
        List<IOwnerRoute> routes = room.IsTeamMain || room.Federated ? [_roomRoute, _methodRoute] : [_roomRoute, _roleRoute, _methodRoute];
        if (room.Archived)
        {
            routes.Remove(_roomRoute);
        }

        return routes;
    }

    private async Task<OwnerChange> ChangeAsync(Room room, User user, bool owner, IReadOnlyList<IOwnerRoute> routes, ApiCall call)
    {
        for (var attempt = 1; ; attempt++)
        {
            var doubt = await WriteAsync(room, user, owner, routes, call).ConfigureAwait(false);
            if (await HoldsAsync(room, user, owner, call).ConfigureAwait(false))
            {
                return OwnerChange.Made;
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

    private async Task<bool> HoldsAsync(Room room, User user, bool owner, ApiCall call)
    {
        foreach (var pause in PausesBetweenReads)
        {
            if (await ReadAsync().ConfigureAwait(false))
            {
                return true;
            }

            await call.DelayAsync(pause).ConfigureAwait(false);
        }

        return await ReadAsync().ConfigureAwait(false);

        async Task<bool> ReadAsync() => Owns(user, await list.ReadAsync(room.Id, call).ConfigureAwait(false)) == owner;
    }

    private static bool Owns(User user, IReadOnlyList<User> owners) => owners.Any(owner => owner.Id == user.Id);
}
