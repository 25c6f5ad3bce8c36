using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>The plan of a destroy of <c>rocketchat_room_owners</c>.</summary>
internal sealed class RoomOwnersDestroyPlan(Workspace workspace, RoomOwnersModel prior, CallContext context)
{
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var room = prior.RoomName.Or(prior.RoomId.Value);
        if (prior.IsKeptOnDestroy)
        {
            context.Diagnostics.Add(OwnershipDiagnostics.Kept(
                room, prior.Usernames.Or([]), "`on_destroy` is `keep`. This configuration no longer manages that."));
            return;
        }

        if (!workspace.IsKnown)
        {
            return;
        }

        var client = workspace.Client;
        if (await client.FindOwnersAsync(prior.RoomId.Value, cancellationToken) is not { } owners)
        {
            return;
        }

        var inRun = workspace.Run.Of<OwnershipRun>().In(prior.RoomId.Value);
        var (leaving, staying) = new RoomOwnersPrivateState(context.Private).Split(owners, inRun);
        if (leaving.Count == 0)
        {
            return;
        }

        context.Diagnostics.Add(OwnershipDiagnostics.WillChange(
            room,
            $"`on_destroy` is `remove_added`: {leaving.Named()} {(leaving.Count == 1 ? "loses" : "lose")} the ownership of the room "
                + $"{room.Quoted()}, and {staying.Named()} {(staying.Count > 1 ? "stay owners" : "stays an owner")}.",
            path: null));
        var (self, isActive) = await Calls.BothAsync(
            workspace.Run.Of<OwnershipRun>().SelfAsync(client, cancellationToken),
            client.RoomOwners.AnyActiveAsync(staying, cancellationToken));
        if (self.IsAmong(leaving) && !self.IsAdministrator())
        {
            context.Diagnostics.Add(OwnershipDiagnostics.OwnRole(self, room, null));
        }

        if (!isActive)
        {
            context.Diagnostics.Add(OwnershipDiagnostics.LastOwners(room, leaving) with { Severity = DiagnosticSeverity.Warning });
        }
    }
}
