using System.Collections.Concurrent;
using RocketChat.Client;

namespace RocketTfProvider.Rooms;

/// <summary>Ownership in one run of the CLI: the rooms that its objects are about, and the account that calls.</summary>
internal sealed class OwnershipRun
{
    private readonly ConcurrentDictionary<string, RoomInRun> _rooms = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<GoneObject> _gone = [];
    private volatile User? _self;
    private volatile IReadOnlyDictionary<string, IReadOnlyList<string>>? _permissions;

    /// <summary>The objects that refreshes of this run found gone.</summary>
    public IReadOnlyCollection<GoneObject> Gone => _gone;

    public RoomInRun In(string roomId) => _rooms.GetOrAdd(roomId, static _ => new RoomInRun());

    public void NoteGone(GoneObject gone) => _gone.Add(gone);

    /// <summary>The account that calls, read once.</summary>
    public async Task<User> SelfAsync(RocketChatClient client, CancellationToken cancellationToken) =>
        _self ??= await client.Account.GetAsync(cancellationToken);

    /// <summary>The roles that have each permission, read once.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PermissionsAsync(
        RocketChatClient client, CancellationToken cancellationToken) =>
        _permissions ??= await client.Account.GetPermissionsAsync(cancellationToken);
}
