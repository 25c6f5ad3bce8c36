using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>Decides whether an owner may be removed: no answer that it rests on is older than five seconds.</summary>
internal sealed class RemovalDecider(OwnerList list, OwnersOfMany ownersOfMany)
{
    /// <summary>
    /// Decides whether the user may be removed, and counts the user as gone from then on. Removals of a room decide one after the other,
    /// each without those who are leaving already.
    /// </summary>
    /// <returns>Null if the user is no longer an owner.</returns>
    public async Task<RemovalDecision?> DecideAsync(Room room, User user, bool allowLast, RoomWrites writes, ApiCall call)
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
            ? new RemovalDecision(active)
            : null;

        Task<User?> FindKnownActiveAsync() =>
            ownersOfMany.FindAsync(room.Id, userId => userId == user.Id || writes.IsLeaving(userId), call);
    }

    private async Task<RemovalDecision?> DecideByListAsync(Room room, User user, bool allowLast, RoomWrites writes, ApiCall call)
    {
        await writes.WaitUntilQuietAsync(call).ConfigureAwait(false);
        var owners = await list.ReadAsync(room.Id, call).ConfigureAwait(false);
        return await DecideAsync(room, user, owners, allowLast, writes, call).ConfigureAwait(false);
    }

    private static async Task<RemovalDecision?> DecideAsync(
        Room room, User user, IReadOnlyList<User> owners, bool allowLast, RoomWrites writes, ApiCall call)
    {
        List<User> staying = [.. owners.Where(owner => owner.Id == user.Id || !writes.IsLeaving(owner.Id))];
        if (!user.IsAmong(staying))
        {
            return null;
        }

        return allowLast
            ? new RemovalDecision(Active: null) { IsLast = staying.Count == 1 }
            : new RemovalDecision(await LastActiveOwner.RefuseAsync(room, user, staying, call).ConfigureAwait(false));
    }
}
