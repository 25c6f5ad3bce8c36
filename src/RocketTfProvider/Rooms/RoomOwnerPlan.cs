using RocketTfProvider.Connection;
using RocketTfProvider.Users;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>A plan of <c>rocketchat_room_owner</c>: a new ownership, the same owner as before, or another owner.</summary>
internal sealed class RoomOwnerPlan(Workspace workspace, PlanContext<RoomOwnerModel> context)
{
    private readonly RoomOwnerModel _config = context.Config;

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (workspace.IsKnown && context.Planned.RoomId.TryGet(out var roomId)
            && workspace.Run.Of<OwnershipRun>().In(roomId).Claim(RoomOwnerResource.Name))
        {
            context.Diagnostics.Add(OwnershipDiagnostics.TwoResources(context.Planned.RoomName.Or(roomId), RoomOwnerResource.RoomIdPath));
        }

        if (context.Prior is not { } prior)
        {
            await CheckNewAsync(cancellationToken);
        }
        else if (await IsSameOwnerAsync(prior, cancellationToken))
        {
            context.Planned = context.Planned with { Username = prior.Username };
        }
        else
        {
            context.RequireReplace(RoomOwnerResource.UsernamePath);
        }
    }

    /// <summary>Reports at plan what the apply would fail on, where the values are known.</summary>
    private async Task CheckNewAsync(CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown || workspace.PlanChecks == PlanChecks.Off)
        {
            return;
        }

        try
        {
            var client = workspace.Client;
            var room = _config.RoomId.TryGet(out var roomId)
                ? await client.FindOwnableRoomAsync(roomId, RoomOwnerResource.RoomIdPath, cancellationToken)
                : null;
            var user = _config.UserId.IsPresent || _config.Username.IsPresent
                ? await RoomOwnerResource.FindUserAsync(client, _config, cancellationToken)
                : null;
            if (room is not null && user is not null && await client.RoomMembers.IsMemberAsync(room, user, cancellationToken) == false)
            {
                workspace.Report(
                    OwnershipDiagnostics.NotAMember(room, user, RoomOwnerResource.RoomIdPath, canInvite: false), context.Diagnostics);
            }
        }
        catch (DiagnosticException found)
        {
            workspace.Report(found.Diagnostic, context.Diagnostics);
        }
    }

    /// <summary>
    /// Whether the configured username means the user of the state. A user is known by the id: a renamed user stays the same, and a name
    /// that belongs to somebody else now means another owner.
    /// </summary>
    private async Task<bool> IsSameOwnerAsync(RoomOwnerModel prior, CancellationToken cancellationToken)
    {
        if (_config.Username.IsNull || _config.Username == prior.Username)
        {
            return true;
        }

        if (!_config.Username.TryGet(out var wanted))
        {
            return false;
        }

        var user = workspace.IsKnown ? await workspace.Client.Users.FindByNameAsync(wanted, cancellationToken) : null;
        if (user is not null)
        {
            return user.Id == prior.UserId.Value;
        }

        if (new RoomOwnerPrivateState(context.Private).ConfiguredName == wanted)
        {
            context.Diagnostics.AddWarning(
                "User was renamed",
                $"The user {wanted.Quoted()} is now called {prior.Username.Value.Quoted()} on the server. The ownership is not affected. "
                + $"Write `username = \"{prior.Username.Value}\"`, or use `user_id = \"{prior.UserId.Value}\"`, which never changes.",
                RoomOwnerResource.UsernamePath);
            return true;
        }

        if (workspace.IsKnown)
        {
            workspace.Report(UserErrors.NotFound(wanted, RoomOwnerResource.UsernamePath).Diagnostic, context.Diagnostics);
        }

        return false;
    }
}
