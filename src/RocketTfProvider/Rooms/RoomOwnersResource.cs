using System.Collections.Immutable;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Rooms;

/// <summary><c>rocketchat_room_owners</c>: exactly these users own one room, all keyed by ids.</summary>
internal sealed class RoomOwnersResource(Workspace workspace) : Resource<RoomOwnersModel>
{
    public const string Name = "rocketchat_room_owners";

    public static readonly AttributePath UserIdsPath = AttributePath.To("user_ids");

    public override string TypeName => Name;

    public override Schema Schema => RoomOwnersSchema.Instance;

    public override IReadOnlyList<string> Keys { get; } = ["room_id"];

    public override ResourceIdentity Identity { get; } = new() { Attributes = [new("room_id", "Id of the room.")] };

    public override IReadOnlyDictionary<string, StateMover> StateMovers => OwnershipMove.ToOwners;

    protected override Task PlanAsync(PlanContext<RoomOwnersModel> context, CancellationToken cancellationToken) =>
        new RoomOwnersPlan(workspace, context).MakeAsync(cancellationToken);

    protected override Task PlanDestroyAsync(RoomOwnersModel prior, CallContext context, CancellationToken cancellationToken)
    {
        new RoomOwnersPrivateState(context.Private).IsPlannedDestroy = true;
        return new RoomOwnersDestroyPlan(workspace, prior, context).MakeAsync(cancellationToken);
    }

    protected override Task<RoomOwnersModel> CreateAsync(ApplyContext<RoomOwnersModel> context, CancellationToken cancellationToken) =>
        new OwnersChange(workspace.Run, context).MakeAsync(cancellationToken);

    protected override Task<RoomOwnersModel> UpdateAsync(ApplyContext<RoomOwnersModel> context, CancellationToken cancellationToken) =>
        new OwnersChange(workspace.Run, context).MakeAsync(cancellationToken);

    protected override async Task<RoomOwnersModel?> ReadAsync(
        RoomOwnersModel state, CallContext context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown)
        {
            return state;
        }

        var client = workspace.Client;
        var run = workspace.Run.Of<OwnershipRun>();
        var stored = new RoomOwnersPrivateState(context.Private);
        var roomId = state.RoomId.Value;
        if (await client.FindOwnedRoomAsync(roomId, client.RoomOwners.GetOneOfManyAsync, cancellationToken) is not var (room, owners))
        {
            context.Diagnostics.Add(OwnershipDiagnostics.RoomGone(state.RoomName.Or(roomId), roomId));
            run.NoteGone(new() { RoomId = roomId, RoomNames = stored.RoomNames.With(state.RoomName) });
            return null;
        }

        if (RoomPrivateState.IsMoved(context.Private))
        {
            // The state has the one owner of the other resource, which says nothing of the others.
            RoomPrivateState.SetMoved(context.Private, false);
            run.In(roomId).Notes.NoteMoved();
        }
        else if (state.UserIds.TryGet(out var before))
        {
            run.In(roomId).Notes.NoteDrift(DriftOf(before, owners, stored));
            stored.Applied ??= before;
        }

        if (state.RoomName != room.Name)
        {
            stored.RoomNames.Add(state.RoomName);
        }

        stored.Added = [.. stored.Added.Where(id => owners.Any(owner => owner.Id == id))];
        stored.SetSeen(owners);
        return state with
        {
            Id = room.Id,
            RoomName = room.Name,
            UserIds = owners.Select(owner => owner.Id).ToImmutableArray(),
            Usernames = owners.Select(owner => owner.Username).ToImmutableArray(),
            InviteMembers = state.InviteMembers.Or(false),
            OnDestroy = state.OnDestroy.Or(RoomOwnersSchema.Keep),
        };
    }

    protected override async Task DeleteAsync(RoomOwnersModel prior, CallContext context, CancellationToken cancellationToken)
    {
        var stored = new RoomOwnersPrivateState(context.Private);
        if (stored.IsUnfinished && !stored.IsPlannedDestroy)
        {
            workspace.Run.Of<OwnershipRun>().In(prior.RoomId.Value).Handover.LeaveAdded(stored.Added);
        }
        else if (!prior.IsKeptOnDestroy)
        {
            await new OwnersRemoval(workspace.Run, stored, context.Diagnostics).MakeAsync(prior.RoomId.Value, cancellationToken);
        }
    }

    protected override async Task<RoomOwnersModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        var wanted = id.Trim();
        if (wanted.Length == 0)
        {
            throw ImportId.Invalid("The id must be that of a room, such as `GENERAL`, or the exact name of a room, such as `general`.");
        }

        var room = await workspace.Client.FindRoomByIdOrNameAsync(wanted, cancellationToken);
        room = await workspace.Client.FindOwnableRoomAsync(room.Id, RoomLookup.IdPath, cancellationToken);
        return new RoomOwnersModel { Id = room.Id, RoomId = room.Id, RoomName = room.Name };
    }

    // The id says enough, and names can change.
    protected override RoomOwnersModel ToConfig(RoomOwnersModel state) => state with { RoomName = default };

    private static OwnerDrift? DriftOf(ImmutableArray<string> before, IReadOnlyList<User> owners, RoomOwnersPrivateState stored)
    {
        var names = stored.Seen;
        var added = owners.Where(owner => !before.Contains(owner.Id)).Select(owner => owner.Username).ToList();
        var removed = before.Where(id => owners.All(owner => owner.Id != id)).Select(id => names?.GetValueOrDefault(id) ?? id).ToList();
        return added.Count + removed.Count > 0 ? new OwnerDrift(added, removed) : null;
    }
}
