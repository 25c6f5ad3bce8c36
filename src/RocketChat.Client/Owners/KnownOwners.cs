using System.Collections.Concurrent;
using RocketChat.Client.Reads;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>The lists of owners that this client has read, each until it changes the room or ten minutes have passed.</summary>
internal sealed class KnownOwners(WriteLog writes, TimeProvider time, TimeSpan keep)
{
    private readonly ConcurrentDictionary<string, Entry> _rooms = new(StringComparer.Ordinal);

    /// <summary>A room of each user who was seen as an owner; null after a second one.</summary>
    private readonly ConcurrentDictionary<string, string?> _roomOf = new(StringComparer.Ordinal);

    /// <summary>The users who own more than one of the rooms that were read: perhaps they own all rooms.</summary>
    public IEnumerable<string> OwnersOfMany => _roomOf.Where(pair => pair.Value is null).Select(pair => pair.Key);

    /// <summary>Whether a list of the room would serve later reads, and none has been read yet.</summary>
    public bool IsUnread(string roomId) => keep > TimeSpan.Zero && !_rooms.ContainsKey(roomId);

    /// <summary>The owners of a room; null if they are not known, or were read too long ago.</summary>
    public IReadOnlyList<User>? Find(string roomId, TimeSpan maxAge) =>
        FindUnchanged(roomId, Subject.OwnersOf(roomId)) is { } entry && AgeOf(entry) <= maxAge ? entry.Owners : null;

    /// <summary>Whether a user owns a room; null if that is not known, or was changed since.</summary>
    public bool? IsOwner(string roomId, string userId) =>
        FindUnchanged(roomId, Subject.Subscription(userId, roomId))?.Owners.Any(owner => owner.Id == userId);

    /// <summary>The owners of a room, if they were read after this number of writes.</summary>
    public IReadOnlyList<User>? FindReadAfter(string roomId, long count) =>
        _rooms.TryGetValue(roomId, out var entry) && entry.Since >= count ? entry.Owners : null;

    /// <summary>Notes a list.</summary>
    /// <param name="roomId">The room.</param>
    /// <param name="owners">Its owners.</param>
    /// <param name="since">The number of writes when the read began.</param>
    public void Note(string roomId, IReadOnlyList<User> owners, long since)
    {
        if (keep == TimeSpan.Zero)
        {
            return;
        }

        var read = new Entry(owners, since, time.GetUtcNow());
        _rooms.AddOrUpdate(roomId, read, (_, former) => former.Since > since ? former : read);
        foreach (var owner in owners)
        {
            _roomOf.AddOrUpdate(owner.Id, roomId, (_, room) => room == roomId ? room : null);
        }
    }

    private Entry? FindUnchanged(string roomId, string subject) =>
        _rooms.TryGetValue(roomId, out var entry) && AgeOf(entry) <= keep && writes.Holds(entry.Since, subject) ? entry : null;

    private TimeSpan AgeOf(Entry entry) => time.GetUtcNow() - entry.Read;

    private sealed record Entry(IReadOnlyList<User> Owners, long Since, DateTimeOffset Read);
}
