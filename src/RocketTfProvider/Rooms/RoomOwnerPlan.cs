using RocketTfProvider.Connection;
using RocketTfProvider.Users;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;

namespace RocketTfProvider.Rooms;

/// <summary>A plan of <c>rocketchat_room_owner</c>: a new ownership, the same owner as before, or another owner.</summary>
internal sealed class RoomOwnerPlan(Workspace workspace, PlanContext<RoomOwnerModel> context)
{
    private readonly RoomOwnerModel _config = context.Config;
    private readonly RoomOwnerPrivateState _stored = new(context.Private);

    private AttributePath RoomPath => _config.RoomId.IsNull ? RoomLookup.NamePath : RoomLookup.IdPath;

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        // A destroy that was planned before and failed is not planned any longer.
        _stored.IsPlannedDestroy = false;
        if (context.Prior is { } prior)
        {
            await PlanStoredAsync(prior, cancellationToken);
        }
        else if (workspace.ChecksPlans)
        {
            await PlanNewAsync(cancellationToken);
        }

        if (workspace.IsKnown && context.Planned.RoomId.TryGet(out var roomId)
            && workspace.Run.Of<OwnershipRun>().In(roomId).Notes.Claim(RoomOwnerResource.Name))
        {
            context.Diagnostics.Add(OwnershipDiagnostics.TwoResources(context.Planned.RoomName.Or(roomId), RoomPath));
        }
    }

    private async Task PlanStoredAsync(RoomOwnerModel prior, CancellationToken cancellationToken)
    {
        if (workspace.IsKnown)
        {
            workspace.Run.Of<OwnershipRun>().In(prior.RoomId.Value).Notes.NoteStored(prior.UserId.Value);
        }

        var names = new NamesInPlan(workspace, context.Diagnostics);
        var isSameRoom = await names.IsSameRoomAsync(
            _config.RoomId, _config.RoomName, prior.RoomId.Value, prior.RoomName, _stored.RoomNames, cancellationToken);
        var isSameUser = await names.IsSameUserAsync(_config, prior, _stored.Usernames, cancellationToken);
        var isMoved = RoomPrivateState.IsMoved(context.Private)
            || (workspace.IsKnown && workspace.Run.Of<OwnershipRun>().In(prior.RoomId.Value).Notes.IsMoved());
        RoomPrivateState.RequireNotMoved(isMoved && !(isSameRoom && isSameUser), prior.RoomName.Or(prior.RoomId.Value), RoomPath);
        if (isMoved)
        {
            context.Diagnostics.Add(OwnershipDiagnostics.MovedToOne(prior, RoomPath));
        }

        if (isSameRoom && isSameUser)
        {
            PlanSame(prior);
        }
        else
        {
            PlanReplacement(isSameRoom, isSameUser);
        }
    }

    // The invitation belongs to the create: that it is wanted from now on changes nothing for a user who is an owner.
    private void PlanSame(RoomOwnerModel prior) => context.Planned = context.Planned with
    {
        RoomName = Kept(prior.RoomName, context.Planned.RoomName),
        Username = Kept(prior.Username, context.Planned.Username),
        InviteMembers = Kept(prior.InviteMembers, context.Planned.InviteMembers),
    };

    private void PlanReplacement(bool isSameRoom, bool isSameUser)
    {
        if (!isSameRoom)
        {
            context.RequireReplace(RoomPath);
        }

        if (!isSameUser)
        {
            context.RequireReplace(_config.UserId.IsNull ? RoomOwnerResource.UsernamePath : RoomOwnerResource.UserIdPath);
        }
    }

    /// <summary>Reports at plan what the apply would fail on, where the values are known.</summary>
    private async Task PlanNewAsync(CancellationToken cancellationToken)
    {
        var client = workspace.Client;
        var findingRoom = client.FindChosenRoomAsync(_config.RoomId, _config.RoomName, cancellationToken);
        var findingUser = client.FindChosenUserAsync(_config.UserId, _config.Username, cancellationToken);

        // Most new ownerships are for users who do not own the room yet, and then the rights of the account are checked.
        var askingSelf = workspace.Run.Of<OwnershipRun>().SelfAsync(client, cancellationToken);
        await Calls.EndAsync(findingRoom, findingUser, askingSelf);
        var (room, user) = (await TryAsync(findingRoom), await TryAsync(findingUser));

        // Neither a room nor a user is renamed by another resource of this run, so their names of now hold.
        context.Planned = context.Planned with
        {
            Id = room is not null && user is not null ? RoomOwnerModel.IdOf(room.Id, user.Id) : context.Planned.Id,
            RoomId = room?.Id ?? context.Planned.RoomId,
            RoomName = room?.Name ?? context.Planned.RoomName,
            UserId = user?.Id ?? context.Planned.UserId,
            Username = user?.Username ?? context.Planned.Username,
        };
        if (room is not null && user is not null)
        {
            await CheckOwnerAsync(room, user, cancellationToken);
        }
    }

    private async Task CheckOwnerAsync(Room room, User user, CancellationToken cancellationToken)
    {
        if (user.Active == false)
        {
            context.Diagnostics.Add(OwnershipDiagnostics.Deactivated(room, user, RoomPath));
        }

        var run = workspace.Run.Of<OwnershipRun>();
        var isOwner = await IsOwnerAsync(room, user, cancellationToken);
        run.In(room.Id).Notes.NoteReviewed(user.Id, isOwner);
        if (isOwner)
        {
            if (!run.In(room.Id).Notes.IsStored(user.Id))
            {
                context.Diagnostics.Add(OwnershipDiagnostics.AlreadyOwner(room, user, RoomPath));
            }

            return;
        }

        var rights = new OwnerRights(workspace.Client, run);
        var fault = await OwnersOutOfReach.FindAsync(room, workspace.Client, run, RoomPath, cancellationToken)
            ?? await rights.FindChangeFaultAsync(room, RoomPath, cancellationToken);
        if (fault is not null)
        {
            Report(fault, mayComeLater: false);
        }

        if (await workspace.Client.RoomMembers.IsMemberAsync(room, user, cancellationToken) != false)
        {
            return;
        }

        if (!context.Planned.InviteMembers.Or(false))
        {
            Report(OwnershipDiagnostics.NotAMember(room, user, RoomPath));
        }
        else if (await rights.FindInviteFaultAsync(room, user, RoomPath, cancellationToken) is { } uninvited)
        {
            Report(uninvited);
        }
        else
        {
            context.Diagnostics.Add(OwnershipDiagnostics.Invited(room, user, RoomPath));
        }
    }

    private async Task<bool> IsOwnerAsync(Room room, User user, CancellationToken cancellationToken)
    {
        try
        {
            return await workspace.Client.RoomOwners.IsOwnerAsync(room, user, cancellationToken);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.Forbidden && !room.Archived)
        {
            return false;
        }
    }

    private async Task<T?> TryAsync<T>(Task<T?> finding)
        where T : class
    {
        try
        {
            return await finding;
        }
        catch (DiagnosticException found)
        {
            Report(found.Diagnostic);
            return null;
        }
    }

    /// <summary>A refresh of this run may have found the object gone: then nobody has asked for anything new.</summary>
    private void Report(Diagnostic fault, bool mayComeLater = true)
    {
        if (workspace.Run.Of<OwnershipRun>().Gone.Any(gone => gone.IsMeantBy(_config)))
        {
            context.Diagnostics.Add(OwnershipDiagnostics.OfGone(fault));
        }
        else
        {
            workspace.Report(fault, context.Diagnostics, mayComeLater);
        }
    }

    private static Tf<T> Kept<T>(Tf<T> stored, Tf<T> planned)
        where T : notnull => stored.IsNull ? planned : stored;
}
