using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>A destroy of <c>rocketchat_room_owners</c> that removes the owners whom the resource added.</summary>
internal sealed class OwnersRemoval(Run run, RoomOwnersPrivateState stored, DiagnosticList diagnostics)
{
    private readonly RocketChatClient _client = run.Client;
    private readonly OwnershipRun _run = run.Of<OwnershipRun>();

    public async Task MakeAsync(string roomId, CancellationToken cancellationToken)
    {
        if (await _client.FindOwnedRoomAsync(roomId, _client.RoomOwners.GetAsync, cancellationToken) is not var (room, owners))
        {
            return;
        }

        var (leaving, staying) = stored.Split(owners, _run.In(roomId));
        WarnOfKept(room, staying);
        if (leaving.Count == 0)
        {
            return;
        }

        var (isActive, self) = await Calls.BothAsync(
            _client.RoomOwners.AnyActiveAsync(staying, cancellationToken), _run.SelfAsync(_client, cancellationToken));

        // Refused before the first removal: half a destroy would be harder to understand than none.
        if (!isActive)
        {
            if (stored.IsPlannedDestroy)
            {
                throw new DiagnosticException(OwnershipDiagnostics.LastOwners(room.Name, leaving));
            }

            LeaveToSuccessor(room, leaving);
            return;
        }

        await RemoveAsync(room, leaving, self, cancellationToken);
    }

    /// <summary>A later destroy of the object that keeps these owners removes only the owners that the object has added itself.</summary>
    private void WarnOfKept(Room room, IEnumerable<User> staying)
    {
        var kept = staying.Where(user => stored.Added.Contains(user.Id)).ToList();
        if (kept.Count > 0)
        {
            diagnostics.Add(OwnershipDiagnostics.Kept(
                room.Name,
                [.. kept.Select(user => user.Username)],
                "another object of this run manages the same ownership. That object has not added them: a later destroy of it with "
                + "`on_destroy = \"remove_added\"` leaves them owners."));
        }
    }

    /// <summary>In a replacement the create comes next, if it is about the same room; for another room these owners stay.</summary>
    private void LeaveToSuccessor(Room room, IReadOnlyCollection<User> leaving)
    {
        _run.In(room.Id).Handover.LeaveAdded(stored.Added);
        diagnostics.Add(OwnershipDiagnostics.Kept(
            room.Name, [.. leaving.Select(user => user.Username)], "without them it would have no active owner."));
    }

    private async Task RemoveAsync(Room room, IReadOnlyList<User> leaving, User self, CancellationToken cancellationToken)
    {
        var removed = new Stack<User>();
        try
        {
            // The account that calls may need its own role to remove the others.
            foreach (var some in leaving.GroupBy(user => user.Id == self.Id).OrderBy(group => group.Key))
            {
                await OwnerBatch.EachAsync(
                    some,
                    user => _client.RoomOwners.RemoveAsync(room, user, cancellationToken: cancellationToken),
                    user =>
                    {
                        _run.In(room.Id).Changes.Record(user.Id, isOwner: false);
                        removed.Push(user);
                    });
            }
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.LastOwner)
        {
            foreach (var user in removed)
            {
                await _client.RoomOwners.AddAsync(room, user, cancellationToken);
                _run.In(room.Id).Changes.Record(user.Id, isOwner: true);
            }

            throw new DiagnosticException(OwnershipDiagnostics.LastOwners(room.Name, leaving), failure);
        }
    }
}
