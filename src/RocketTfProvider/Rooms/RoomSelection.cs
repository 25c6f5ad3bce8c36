using System.Runtime.CompilerServices;
using RocketChat.Client;
using RocketTfProvider.Users;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>The rooms that match a filter, ordered by id: a renamed room keeps its place.</summary>
internal sealed class RoomSelection(RocketChatClient client, RoomFilter filter)
{
    private const int RoomsAtOnce = 8;

    /// <summary>The rooms. Their owners are read only if the filter depends on them.</summary>
    public async IAsyncEnumerable<Room> RoomsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (filter.Ownership.IsPresent)
        {
            await foreach (var owned in WithOwnersAsync(cancellationToken))
            {
                yield return owned.Room;
            }
        }
        else
        {
            foreach (var room in await CandidatesAsync(await OwnerIdAsync(cancellationToken), cancellationToken))
            {
                yield return room;
            }
        }
    }

    /// <summary>The rooms with all of their owners, in the order of their ids.</summary>
    public async IAsyncEnumerable<OwnedRoom> WithOwnersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rooms = await CandidatesAsync(await OwnerIdAsync(cancellationToken), cancellationToken);
        foreach (var chunk in rooms.Chunk(RoomsAtOnce))
        {
            foreach (var owned in await Task.WhenAll(chunk.Select(room => ReadOwnersAsync(room, cancellationToken))))
            {
                if (!filter.Ownership.TryGet(out var wanted) || wanted.Any(owned.Is))
                {
                    yield return owned;
                }
            }
        }
    }

    /// <summary>The id of the owner that the filter names; null without one.</summary>
    /// <exception cref="DiagnosticException">There is no such user.</exception>
    public async Task<string?> OwnerIdAsync(CancellationToken cancellationToken)
    {
        var owner = filter.OwnerId.TryGet(out var id)
            ? await client.Users.FindByIdAsync(id, cancellationToken) ?? throw UserErrors.NotFound(id, AttributePath.To("owner_id"))
            : filter.OwnerUsername.TryGet(out var name)
                ? await client.Users.FindByNameAsync(name, cancellationToken) ?? throw UserErrors.NotFound(
                    name, AttributePath.To("owner_username"))
                : null;
        return owner?.Id;
    }

    private async Task<IReadOnlyList<Room>> CandidatesAsync(string? ownerId, CancellationToken cancellationToken)
    {
        HashSet<string>? owned = ownerId is null
            ? null
            : [.. await client.RoomOwners.GetRoomsOwnedByAsync(ownerId, cancellationToken)];
        return
        [
            .. (await client.Rooms.ListAsync(cancellationToken))
                .Where(room => owned?.Contains(room.Id) != false && filter.Fits(room))
                .OrderBy(room => room.Id, StringComparer.Ordinal),
        ];
    }

    private async Task<OwnedRoom> ReadOwnersAsync(Room room, CancellationToken cancellationToken)
    {
        var owners = new List<User>();
        foreach (var owner in await client.RoomOwners.GetOneOfManyAsync(room.Id, cancellationToken))
        {
            // The list of owners does not show which of them are active.
            var isAsked = owner.Active is null && filter.Ownership.TryGet(out var wanted) && wanted.Contains(OwnedRoom.Inactive);
            owners.Add(isAsked ? await client.Users.FindByIdAsync(owner.Id, cancellationToken) ?? owner : owner);
        }

        return new OwnedRoom(room, [.. owners.OrderBy(owner => owner.Id, StringComparer.Ordinal)]);
    }
}
