using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>A change of one owner on the first route that leads there, proven by a list that was read after it.</summary>
internal sealed class OwnerWrite(OwnerList list)
{
    // Role caches lag by about a second, and instances of a cluster behind each other.
    private static readonly TimeSpan[] PausesBetweenReads =
        [TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(800), TimeSpan.FromMilliseconds(1600)];

    private const int MaxAttempts = 2;

    /// <returns>The owners, read after the change; and whether the server answered that there was nothing to do.</returns>
    public async Task<(IReadOnlyList<User> Owners, bool WasDone)> MakeAsync(
        Room room, User user, bool owner, IReadOnlyList<IOwnerRoute> routes, RoomWrites writes, ApiCall call)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (doubt, wasDone) = await writes.SendAsync(() => SendAsync(room, user, owner, routes, call)).ConfigureAwait(false);
            var written = list.Writes;
            if (await ConfirmAsync(room, user, owner, written, writes, call).ConfigureAwait(false) is { } owners)
            {
                return (owners, wasDone);
            }

            // After a lost answer the reads show that nothing changed, so the request may be sent once more.
            if (doubt is null || attempt == MaxAttempts)
            {
                throw doubt ?? OwnerRefusal.NotConfirmed(room, user, owner);
            }
        }
    }

    /// <returns>
    /// The failure if it is not known whether the server made the change; and whether it answered that it was made before.
    /// </returns>
    private static async Task<(RocketChatException? Doubt, bool WasDone)> SendAsync(
        Room room, User user, bool owner, IReadOnlyList<IOwnerRoute> routes, ApiCall call)
    {
        var refusals = new List<RocketChatException>();
        foreach (var route in routes)
        {
            try
            {
                await (owner ? route.AddAsync(room, user, call) : route.RemoveAsync(room, user, call)).ConfigureAwait(false);
                return (null, false);
            }
            catch (RocketChatException exception) when (OwnerRefusal.IsAlreadyDone(exception, owner))
            {
                return (null, true);
            }
            catch (RocketChatException exception) when (OwnerRefusal.MayHaveRun(exception))
            {
                return (exception, false);
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
                var stillThere = await RoomsApi.FindRecentByIdAsync(room.Id, call).ConfigureAwait(false) is not null;
                throw stillThere ? OwnerRefusal.NotAMember(room, user, exception) : OwnerRefusal.RoomGone(room, exception);
            }
        }

        throw OwnerRefusal.OutOfReach(room, refusals);
    }

    /// <returns>The owners as soon as they show the change; null when they do not.</returns>
    private async Task<IReadOnlyList<User>?> ConfirmAsync(
        Room room, User user, bool owner, long written, RoomWrites writes, ApiCall call)
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

        bool Shows(IReadOnlyList<User> owners) => user.IsAmong(owners) == owner;

        async Task<IReadOnlyList<User>?> ReadAsync()
        {
            await writes.ReadTurn.WaitAsync(call.Token).ConfigureAwait(false);
            try
            {
                if (list.FindReadAfter(room.Id, written) is { } common && Shows(common))
                {
                    return common;
                }

                // Changes that are being sent are soon in the same list.
                await writes.WaitUntilQuietAsync(call).ConfigureAwait(false);
                return await list.ReadAsync(room.Id, call).ConfigureAwait(false) is { } owners && Shows(owners) ? owners : null;
            }
            finally
            {
                writes.ReadTurn.Release();
            }
        }
    }
}
