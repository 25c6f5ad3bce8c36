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
            context.Diagnostics.AddWarning(
                "Ownership is kept",
                $"`on_destroy` is `keep`: {prior.Usernames.Or([]).Named()} stay owners of the room {room.Quoted()}, and this "
                    + "configuration no longer manages them.");
            return;
        }

        if (!workspace.IsKnown)
        {
            return;
        }

        var client = workspace.Client;
        var owners = await client.RoomOwners.GetAsync(prior.RoomId.Value, cancellationToken);
        var inRun = workspace.Run.Of<OwnershipRun>().In(prior.RoomId.Value);
        var (leaving, staying) = new RoomOwnersPrivateState(context.Private).Split(owners, inRun);
        if (leaving.Count == 0)
        {
            return;
        }

        context.Diagnostics.AddWarning(
            "Owners of the room will change",
            $"`on_destroy` is `remove_added`. Will lose the ownership of the room {room.Quoted()}: {leaving.Named()}. Stays: "
                + $"{staying.Named()}.");
        var self = await workspace.Run.Of<OwnershipRun>().SelfAsync(client, cancellationToken);
        if (self.IsAmong(leaving) && !self.IsAdministrator())
        {
            context.Diagnostics.Add(OwnershipDiagnostics.OwnRole(self, room, null));
        }

        if (!await client.RoomOwners.AnyActiveAsync(staying, cancellationToken))
        {
            context.Diagnostics.Add(OwnershipDiagnostics.LastOwners(room, leaving) with { Severity = DiagnosticSeverity.Warning });
        }
    }
}
