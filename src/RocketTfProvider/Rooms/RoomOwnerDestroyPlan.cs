using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>
/// The plan of a destroy of <c>rocketchat_room_owner</c>: what the room loses, and what the provider's account loses with it.
/// </summary>
internal sealed class RoomOwnerDestroyPlan(Workspace workspace, RoomOwnerModel prior, DiagnosticList diagnostics)
{
    private readonly string _room = prior.RoomName.Or(prior.RoomId.Value);

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (prior.IsKeptOnDestroy)
        {
            var user = prior.Username.Or(prior.UserId.Value);
            diagnostics.Add(OwnershipDiagnostics.OwnerKept(
                _room, user, $"`on_destroy` is `keep`: {user.Quoted()} stays an owner of the room {_room.Quoted()}."));
        }
        else if (workspace.IsKnown && !workspace.Run.Of<OwnershipRun>().In(prior.RoomId.Value).Handover.IsKept(prior.UserId.Value))
        {
            await WarnOfLossesAsync(workspace.Client, cancellationToken);
        }
    }

    private async Task WarnOfLossesAsync(RocketChatClient client, CancellationToken cancellationToken)
    {
        var (self, (isKept, owners)) = await Calls.BothAsync(
            workspace.Run.Of<OwnershipRun>().SelfAsync(client, cancellationToken), FindOwnersUnlessKeptAsync(client, cancellationToken));
        if (isKept && self.Id == prior.UserId.Value)
        {
            owners = await client.FindOwnersAsync(prior.RoomId.Value, cancellationToken);
        }

        if (owners?.FirstOrDefault(owner => owner.Id == prior.UserId.Value) is not { } leaving)
        {
            return;
        }

        if (self.Id == leaving.Id && !self.IsAdministrator())
        {
            diagnostics.Add(OwnershipDiagnostics.OwnRole(self, _room, null));
        }

        var others = owners.Where(owner => owner.Id != leaving.Id).ToList();
        if (others.Count == 0)
        {
            WarnOfLastOwner($"{leaving.Quoted()} is the only owner of the room {_room.Quoted()}", "without an owner");
        }
        else if (!await client.RoomOwners.AnyActiveAsync(others, cancellationToken)
            && await client.RoomOwners.AnyActiveAsync([leaving], cancellationToken))
        {
            WarnOfLastOwner(
                $"{leaving.Quoted()} is the only active owner of the room {_room.Quoted()} ({others.Named()} cannot act)",
                "without an active owner");
        }
    }

    /// <summary>Whether another user is known to keep the room; otherwise the owners, null if the room is gone.</summary>
    private async Task<(bool IsKept, IReadOnlyList<User>? Owners)> FindOwnersUnlessKeptAsync(
        RocketChatClient client, CancellationToken cancellationToken) =>
        await client.RoomOwners.IsKnownToKeepAnOwnerAsync(prior.RoomId.Value, prior.UserId.Value, cancellationToken)
            ? (true, null)
            : (false, await client.FindOwnersAsync(prior.RoomId.Value, cancellationToken));

    private void WarnOfLastOwner(string fact, string left)
    {
        if (prior.AllowOwnerless.Or(false))
        {
            diagnostics.AddWarning(
                "Room … will have no owner".About(_room),
                $"{fact}. `allow_ownerless` is `true`, so the destroy leaves the room {left}.");
        }
        else
        {
            var refusal = OwnershipDiagnostics.LastOwner(_room, fact, "`on_destroy = \"keep\"` or `allow_ownerless = true`");
            diagnostics.Add(refusal with { Severity = DiagnosticSeverity.Warning });
        }
    }
}
