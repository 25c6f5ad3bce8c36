using System.Collections.Immutable;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;

namespace RocketTfProvider.Rooms;

/// <summary>A plan of <c>rocketchat_room_owners</c>: for a new list, for the same room as before, or for another room.</summary>
internal sealed class RoomOwnersPlan(Workspace workspace, PlanContext<RoomOwnersModel> context)
{
    private static readonly AttributePath Path = RoomOwnersResource.UserIdsPath;

    private readonly RoomOwnersModel _config = context.Config;
    private readonly RoomOwnersPrivateState _stored = new(context.Private);

    private AttributePath RoomPath => _config.RoomId.IsNull ? RoomLookup.NamePath : RoomLookup.IdPath;

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        // A destroy that was planned before and failed is not planned any longer.
        _stored.IsPlannedDestroy = false;
        if (context.Prior is { } prior)
        {
            var isSame = await new NamesInPlan(workspace, context.Diagnostics).IsSameRoomAsync(
                _config.RoomId, _config.RoomName, prior.RoomId.Value, prior.RoomName, _stored.RoomNames, cancellationToken);
            var isMoved = IsMoved(prior);
            if (!isSame)
            {
                RoomPrivateState.RequireNotMoved(isMoved, prior.RoomName.Or(prior.RoomId.Value), RoomPath);

                // Core plans the replacement next, without the prior object.
                context.RequireReplace(RoomPath);
                return;
            }

            KeepStored(prior);
            if (isMoved)
            {
                context.Diagnostics.Add(OwnershipDiagnostics.MovedToList(prior.RoomName.Or(prior.RoomId.Value), Path));
            }
        }

        if (!workspace.IsKnown)
        {
            return;
        }

        var reviewer = new OwnershipReviewer(workspace.Client, workspace.Run.Of<OwnershipRun>(), Path) { IsPlan = true };
        var (room, reads) = workspace.PlanChecks == PlanChecks.Off ? default : await FindRoomAsync(reviewer, cancellationToken);
        if (room is not null)
        {
            context.Planned = context.Planned with
            {
                Id = room.Id,
                RoomId = room.Id,
                RoomName = context.Prior is null ? room.Name : context.Planned.RoomName,
            };
        }

        if (context.Planned.RoomId.TryGet(out var roomId)
            && workspace.Run.Of<OwnershipRun>().In(roomId).Notes.Claim(RoomOwnersResource.Name))
        {
            context.Diagnostics.Add(OwnershipDiagnostics.TwoResources(context.Planned.RoomName.Or(roomId), RoomPath));
        }

        if (room is not null)
        {
            WarnOfDrift(room);
            await ReviewAsync(room, reads, reviewer, cancellationToken);
        }
        else if (context.Prior is null && workspace.PlanChecks != PlanChecks.Off)
        {
            await FindUsersAsync(cancellationToken);
        }
    }

    private bool IsMoved(RoomOwnersModel prior) =>
        RoomPrivateState.IsMoved(context.Private)
        || (workspace.IsKnown && workspace.Run.Of<OwnershipRun>().In(prior.RoomId.Value).Notes.IsMoved());

    /// <summary>An object of the state keeps what the state says of it; what was renamed meanwhile shows in the next refresh.</summary>
    private void KeepStored(RoomOwnersModel prior)
    {
        var isSameList = HasSameUsers(prior);
        context.Planned = context.Planned with
        {
            Id = prior.RoomId,
            RoomName = prior.RoomName.IsNull ? context.Planned.RoomName : prior.RoomName,
            Usernames = isSameList ? prior.Usernames : context.Planned.Usernames,

            // Nobody is to be invited where the list stays.
            InviteMembers = isSameList && !prior.InviteMembers.IsNull ? prior.InviteMembers : context.Planned.InviteMembers,
        };
    }

    private bool HasSameUsers(RoomOwnersModel prior) =>
        context.Planned.UserIds.TryGet(out var wanted) && prior.UserIds.TryGet(out var before) && UserList.AreSame(wanted, before);

    /// <summary>The room; and the reads of its review, at once with it, where the configuration has the ids.</summary>
    private async Task<(Room? Room, OwnershipReads? Reads)> FindRoomAsync(
        OwnershipReviewer reviewer, CancellationToken cancellationToken)
    {
        var reads = context.Planned.RoomId.TryGet(out var roomId) && context.Planned.UserIds.TryGet(out var userIds)
            ? reviewer.Read(roomId, userIds, cancellationToken)
            : null;
        var finding = FindRoomAsync(cancellationToken);
        await Calls.EndAsync(finding, reads?.EndAsync() ?? Task.CompletedTask);
        try
        {
            var room = await finding;
            if (room is null)
            {
                context.Diagnostics.Add(OwnershipDiagnostics.PresentOwnersUnknown(_config.RoomName, RoomPath));
            }

            return (room, reads);
        }
        catch (DiagnosticException found)
        {
            Report(found.Diagnostic, isUnchanged: context.Prior is not null || IsGone());
            return default;
        }
    }

    private async Task<Room?> FindRoomAsync(CancellationToken cancellationToken) => context.Prior is { } prior
        ? await workspace.Client.FindOwnableRoomAsync(prior.RoomId.Value, RoomPath, cancellationToken)
        : await workspace.Client.FindChosenRoomAsync(_config.RoomId, _config.RoomName, cancellationToken);

    private bool IsGone() => workspace.Run.Of<OwnershipRun>().Gone
        .Any(gone => gone.UserId is null && gone.IsMeantBy(_config.RoomId, _config.RoomName));

    private void WarnOfDrift(Room room)
    {
        if (context.Prior is { } prior && workspace.Run.Of<OwnershipRun>().In(room.Id).Notes.TakeDrift() is { } drift)
        {
            context.Diagnostics.Add(OwnershipDiagnostics.ChangedOutside(room, drift, isAccepted: HasSameUsers(prior), Path));
        }
    }

    private async Task ReviewAsync(Room room, OwnershipReads? reads, OwnershipReviewer reviewer, CancellationToken cancellationToken)
    {
        if (!context.Planned.UserIds.TryGet(out var userIds))
        {
            return;
        }

        var run = workspace.Run.Of<OwnershipRun>();
        var review = await reviewer.ReviewAsync(
            room,
            reads ?? reviewer.Read(room.Id, userIds, cancellationToken),
            userIds,
            context.Planned.InviteMembers.Or(false),
            cancellationToken);
        if (context.Prior is null || RoomPrivateState.IsMoved(context.Private))
        {
            _stored.SetSeen(review.Owners);
        }

        var applied = _stored.Applied ?? [];
        foreach (var fault in review.Faults.Concat(await FindRefusalsAsync(review, run, cancellationToken)))
        {
            Report(fault.Diagnostic, isUnchanged: context.Prior is not null && fault.UserIds.All(applied.Contains));
        }

        foreach (var warning in OwnershipDiagnostics.Warnings(review, Path))
        {
            context.Diagnostics.Add(warning);
        }

        if (review.Wanted.Count == userIds.Length && context.Planned.Usernames.IsUnknown)
        {
            context.Planned = context.Planned with { Usernames = review.Wanted.Select(NameInPlan).ToImmutableArray() };
        }
    }

    /// <summary>The names of the owners of a room that is not known yet.</summary>
    private async Task FindUsersAsync(CancellationToken cancellationToken)
    {
        if (!context.Planned.UserIds.TryGet(out var userIds))
        {
            return;
        }

        var users = await workspace.Client.Users.FindByIdsAsync(userIds, cancellationToken);
        foreach (var unknown in userIds.Except(users.Select(user => user.Id)))
        {
            Report(OwnershipDiagnostics.UnknownUser(unknown, Path), isUnchanged: IsGone());
        }

        if (users.Count == userIds.Length)
        {
            context.Planned = context.Planned with { Usernames = users.Select(user => user.Username).ToImmutableArray() };
        }
    }

    private string NameInPlan(User user) =>
        context.Prior is not null && _stored.Seen?.GetValueOrDefault(user.Id) is { } stored ? stored : user.Username;

    /// <summary>The parts of the change that the server would refuse to the provider's account.</summary>
    private async Task<IEnumerable<OwnershipFault>> FindRefusalsAsync(
        OwnershipReview review, OwnershipRun run, CancellationToken cancellationToken)
    {
        var refusals = new List<OwnershipFault>();
        if (review.ChangesNothing)
        {
            return refusals;
        }

        var rights = new OwnerRights(workspace.Client, run);
        if (await rights.FindChangeFaultAsync(review.Room, Path, cancellationToken) is { } unchangeable)
        {
            refusals.Add(new(unchangeable, [.. review.Wanted.Select(user => user.Id)]));
        }

        foreach (var user in review.Invited)
        {
            if (await rights.FindInviteFaultAsync(review.Room, user, Path, cancellationToken) is { } uninvited)
            {
                refusals.Add(new(uninvited, user.Id));
            }
        }

        return refusals;
    }

    /// <summary>Errors are for what the user newly asks for. Where only the world has moved, the plan warns: a destroy works.</summary>
    private void Report(Diagnostic fault, bool isUnchanged)
    {
        if (isUnchanged)
        {
            context.Diagnostics.Add(OwnershipDiagnostics.OfGone(fault));
        }
        else
        {
            workspace.Report(fault, context.Diagnostics);
        }
    }
}
