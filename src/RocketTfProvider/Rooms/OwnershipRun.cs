using System.Collections.Concurrent;
using RocketChat.Client;

namespace RocketTfProvider.Rooms;

/// <summary>Ownership in one run of the CLI: the rooms that its objects are about, and the account that calls.</summary>
internal sealed class OwnershipRun
{
    private readonly ConcurrentDictionary<string, RoomInRun> _rooms = new(StringComparer.Ordinal);
    private volatile User? _self;

    public RoomInRun In(string roomId) => _rooms.GetOrAdd(roomId, static _ => new RoomInRun());

    /// <summary>The account that calls, read once.</summary>
    public async Task<User> SelfAsync(RocketChatClient client, CancellationToken cancellationToken) =>
        _self ??= await client.Account.GetAsync(cancellationToken);
}
