using RocketChat.Client;
using RocketTfProvider.Connection;
using RocketTfProvider.Users;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Rooms;

/// <summary>
/// <c>rocketchat_room_owner</c>: one user owns one room, keyed by their ids; names may change without any consequence.
/// </summary>
internal sealed class RoomOwnerResource(Workspace workspace) : Resource<RoomOwnerModel>
{
    public const string Name = "rocketchat_room_owner";

    public static readonly AttributePath UserIdPath = AttributePath.To("user_id");
    public static readonly AttributePath UsernamePath = AttributePath.To("username");

    public override string TypeName => Name;

    public override Schema Schema => RoomOwnerSchema.Instance;

    public override IReadOnlyList<string> Keys { get; } = ["room_id", "user_id"];

    public override ResourceIdentity Identity { get; } = new()
    {
        Attributes = [new("room_id", "Id of the room."), new("user_id", "Id of the user.")],
    };

    public override IReadOnlyDictionary<string, StateMover> StateMovers => OwnershipMove.ToOwner;

    protected override Task PlanAsync(PlanContext<RoomOwnerModel> context, CancellationToken cancellationToken) =>
        new RoomOwnerPlan(workspace, context).MakeAsync(cancellationToken);

    protected override Task PlanDestroyAsync(RoomOwnerModel prior, CallContext context, CancellationToken cancellationToken)
    {
        new RoomOwnerPrivateState(context.Private).IsPlannedDestroy = true;
        return new RoomOwnerDestroyPlan(workspace, prior, context.Diagnostics).MakeAsync(cancellationToken);
    }

    protected override async Task<RoomOwnerModel> CreateAsync(ApplyContext<RoomOwnerModel> context, CancellationToken cancellationToken)
    {
        var (client, config, planned) = (workspace.Client, context.Config, context.Planned);
        var (foundRoom, foundUser) = await Calls.BothAsync(
            client.FindChosenRoomAsync(
                planned.RoomId.IsPresent ? planned.RoomId : config.RoomId, config.RoomName, cancellationToken),
            client.FindChosenUserAsync(
                planned.UserId.IsPresent ? planned.UserId : config.UserId, config.Username, cancellationToken));
        var (room, user) = (foundRoom!, foundUser!);
        var inRun = workspace.Run.Of<OwnershipRun>().In(room.Id);
        var invitation = new OwnerInvitation(client, planned.InviteMembers.Value, RoomLookup.IdPath)
        {
            IsNew = inRun.Notes.WasOwner(user.Id) == false,
        };

        // Before the change: a list of the same run may see it at once, and must not take it for one by somebody else.
        inRun.Handover.Keep(user.Id);
        if (await invitation.AddAsync(room, user, cancellationToken) == OwnerChange.Made)
        {
            inRun.Changes.Record(user.Id, isOwner: true);
        }
        else if (workspace.PlanChecks == PlanChecks.Off && !inRun.Handover.IsLeaving(user.Id))
        {
            context.Diagnostics.Add(OwnershipDiagnostics.AlreadyOwner(room, user, RoomLookup.IdPath));
        }

        // A name of the plan stays as it was planned: the next refresh shows what was renamed meanwhile.
        var created = planned with
        {
            Id = RoomOwnerModel.IdOf(room.Id, user.Id),
            RoomId = room.Id,
            RoomName = planned.RoomName.Or(room.Name),
            UserId = user.Id,
            Username = planned.Username.Or(user.Username),
        };
        context.SavePartial(created);
        RememberNames(context);
        foreach (var leaving in inRun.Handover.TakeRemovals())
        {
            await client.RoomOwners.RemoveAsync(room, leaving, cancellationToken: cancellationToken);
            inRun.Changes.Record(leaving.Id, isOwner: false);
        }

        return created;
    }

    protected override async Task<RoomOwnerModel?> ReadAsync(RoomOwnerModel state, CallContext context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown)
        {
            return state;
        }

        var client = workspace.Client;
        var (roomId, userId) = (state.RoomId.Value, state.UserId.Value);
        var stored = new RoomOwnerPrivateState(context.Private);
        if (await client.FindOwnedRoomAsync(roomId, client.RoomOwners.GetOneOfManyAsync, cancellationToken) is not var (room, owners))
        {
            context.Diagnostics.Add(OwnershipDiagnostics.RoomGone(state.RoomName.Or(roomId), roomId));
            NoteGone(state, stored);
            return null;
        }

        if (owners.FirstOrDefault(owner => owner.Id == userId) is { } owner)
        {
            RememberFormer(state.RoomName, room.Name, stored.RoomNames);
            RememberFormer(state.Username, owner.Username, stored.Usernames);
            var inRun = workspace.Run.Of<OwnershipRun>().In(roomId);
            inRun.Notes.NoteStored(userId);
            if (RoomPrivateState.IsMoved(context.Private))
            {
                RoomPrivateState.SetMoved(context.Private, false);
                inRun.Notes.NoteMoved();
            }

            return state with
            {
                Id = RoomOwnerModel.IdOf(room.Id, owner.Id),
                Username = owner.Username,
                RoomName = room.Name,
                InviteMembers = state.InviteMembers.Or(false),
                OnDestroy = state.OnDestroy.Or(RoomOwnerSchema.Remove),
                AllowOwnerless = state.AllowOwnerless.Or(false),
            };
        }

        var user = await client.Users.FindByIdAsync(userId, cancellationToken);
        context.Diagnostics.Add(user is null
            ? OwnershipDiagnostics.UserGone(state.Username.Or(userId), userId)
            : OwnershipDiagnostics.OwnerRemoved(room, user));
        NoteGone(state, stored);
        return null;
    }

    protected override Task<RoomOwnerModel> UpdateAsync(ApplyContext<RoomOwnerModel> context, CancellationToken cancellationToken)
    {
        RoomPrivateState.SetMoved(context.Private, false);
        RememberNames(context);
        return Task.FromResult(context.Planned);
    }

    protected override async Task DeleteAsync(RoomOwnerModel prior, CallContext context, CancellationToken cancellationToken)
    {
        if (prior.IsKeptOnDestroy)
        {
            return;
        }

        var (client, inRun) = (workspace.Client, workspace.Run.Of<OwnershipRun>().In(prior.RoomId.Value));
        var findingRoom = client.Rooms.FindByIdAsync(prior.RoomId.Value, cancellationToken);
        var findingUser = client.Users.FindByIdAsync(prior.UserId.Value, cancellationToken);
        var preparing = inRun.Handover.IsKept(prior.UserId.Value)
            ? Task.CompletedTask
            : client.RoomOwners.PrepareRemovalAsync(prior.RoomId.Value, prior.UserId.Value, cancellationToken);
        await Calls.EndAsync(findingRoom, findingUser, preparing);
        if (await findingRoom is not { } room || await findingUser is not { } user)
        {
            return;
        }

        if (inRun.Handover.IsKept(user.Id))
        {
            context.Diagnostics.Add(OwnershipDiagnostics.OwnerKept(
                room.Name,
                user.Username,
                $"{user.Quoted()} stays an owner of the room {room.Quoted()}, because another object of this run manages the same "
                    + "ownership."));
            return;
        }

        var isReplaced = !new RoomOwnerPrivateState(context.Private).IsPlannedDestroy;
        try
        {
            await client.RoomOwners.RemoveAsync(room, user, prior.AllowOwnerless.Or(false), cancellationToken);
            inRun.Changes.Record(user.Id, isOwner: false);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.LastOwner)
        {
            if (!isReplaced)
            {
                throw new DiagnosticException(
                    ClientFailure.Describe(failure) with { Summary = OwnershipDiagnostics.LastOwnerSummary.About(room.Name) }, failure);
            }

            inRun.Handover.LeaveRemoval(user);
        }
    }

    protected override async Task<RoomOwnerModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        if (!RoomOwnerId.TryParse(id, out var roomPart, out var userPart))
        {
            throw ImportId.Invalid(
                "The id must be `room_id/user_id`, such as `GENERAL/aobEdbYhXfu5hkeqG`, or `room name/username`, such as `general/alice`.");
        }

        var client = workspace.Client;
        var room = await client.FindRoomByIdOrNameAsync(roomPart, cancellationToken);
        var user = await client.Users.FindByIdAsync(userPart, cancellationToken)
            ?? await client.Users.FindByNameAsync(userPart, cancellationToken)
            ?? throw UserErrors.NotFound(userPart, null);
        var owners = await client.RoomOwners.GetAsync(room.Id, cancellationToken);
        if (!user.IsAmong(owners))
        {
            throw new DiagnosticException(
                "Nothing to import",
                $"{user.Quoted()} does not own the room {room.Quoted()}. Apply the resource without an import to make {user.Quoted()} "
                    + "an owner.");
        }

        return new RoomOwnerModel
        {
            Id = RoomOwnerModel.IdOf(room.Id, user.Id),
            RoomId = room.Id,
            RoomName = room.Name,
            UserId = user.Id,
            Username = user.Username,
        };
    }

    // The ids say enough, and names can change.
    protected override RoomOwnerModel ToConfig(RoomOwnerModel state) => state with { RoomName = default, Username = default };

    private static void RememberNames(ApplyContext<RoomOwnerModel> context)
    {
        var stored = new RoomOwnerPrivateState(context.Private);
        stored.RoomNames.Add(context.Config.RoomName);
        stored.Usernames.Add(context.Config.Username);
    }

    private static void RememberFormer(Tf<string> former, string present, KnownNames names)
    {
        if (former != present)
        {
            names.Add(former);
        }
    }

    private void NoteGone(RoomOwnerModel state, RoomOwnerPrivateState stored) => workspace.Run.Of<OwnershipRun>().NoteGone(new()
    {
        RoomId = state.RoomId.Value,
        RoomNames = stored.RoomNames.With(state.RoomName),
        UserId = state.UserId.Value,
        Usernames = stored.Usernames.With(state.Username),
    });
}
