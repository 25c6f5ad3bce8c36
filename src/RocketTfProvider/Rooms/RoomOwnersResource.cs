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
    public static readonly AttributePath RoomIdPath = AttributePath.To("room_id");
    public static readonly AttributePath UserIdsPath = AttributePath.To("user_ids");

    public override string TypeName => "rocketchat_room_owners";

    public override Schema Schema => RoomOwnersSchema.Instance;

    public override IReadOnlyList<string> Keys { get; } = ["room_id"];

    protected override async Task PlanAsync(PlanContext<RoomOwnersModel> context, CancellationToken cancellationToken)
    {
        var planned = context.Planned with { Id = context.Planned.RoomId };
        if (context.Prior is { } prior
            && planned.UserIds.TryGet(out var wanted) && prior.UserIds.TryGet(out var before) && UserList.AreSame(wanted, before))
        {
            planned = planned with { Usernames = prior.Usernames };
        }

        context.Planned = planned;
        if (!workspace.IsKnown || !planned.RoomId.TryGet(out var roomId))
        {
            return;
        }

        if (workspace.Run.Of<OwnershipRun>().In(roomId).Claim(TypeName))
        {
            context.Diagnostics.Add(OwnershipDiagnostics.TwoResources(planned.RoomName.Or(roomId), RoomIdPath));
        }

        if (workspace.PlanChecks != PlanChecks.Off)
        {
            await ReviewAsync(roomId, context, cancellationToken);
        }
    }

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
        var roomId = state.RoomId.Value;
        var room = await client.Rooms.FindByIdAsync(roomId, cancellationToken);
        if (room is null)
        {
            context.Diagnostics.Add(OwnershipDiagnostics.RoomGone(state.RoomName.Or(roomId), roomId));
            return null;
        }

        var owners = await client.RoomOwners.GetOneOfManyAsync(roomId, cancellationToken);
        var stored = new RoomOwnersPrivateState(context.Private);
        if (state.UserIds.TryGet(out var before))
        {
            WarnOfDrift(room, before, owners, stored, context.Diagnostics);
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
            workspace.Run.Of<OwnershipRun>().In(prior.RoomId.Value).LeaveAdded(stored.Added);
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
            throw new DiagnosticException(
                "Invalid import id", "The id must be that of a room, such as `GENERAL`, or the exact name of a room, such as `general`.");
        }

        var room = await workspace.Client.FindRoomByIdOrNameAsync(wanted, cancellationToken);
        room = await workspace.Client.FindOwnableRoomAsync(room.Id, RoomIdPath, cancellationToken);
        return new RoomOwnersModel { Id = room.Id, RoomId = room.Id, RoomName = room.Name };
    }

    private static void WarnOfDrift(
        Room room, ImmutableArray<string> before, IReadOnlyList<User> owners, RoomOwnersPrivateState stored, DiagnosticList diagnostics)
    {
        var names = stored.Seen;
        var added = owners.Where(owner => !before.Contains(owner.Id)).ToList();
        var removed = before.Where(id => owners.All(owner => owner.Id != id)).Select(id => names?.GetValueOrDefault(id) ?? id).ToList();
        if (added.Count > 0 || removed.Count > 0)
        {
            diagnostics.AddWarning(
                "Owners were changed outside",
                $"The owners of the room {room.Quoted()} were changed outside of this configuration. "
                + (added.Count > 0 ? $"New owner: {added.Named()}. " : "")
                + (removed.Count > 0 ? $"No longer an owner: {removed.Named()}. " : "")
                + "The next apply restores the configured owners.",
                UserIdsPath);
        }
    }

    private async Task ReviewAsync(string roomId, PlanContext<RoomOwnersModel> context, CancellationToken cancellationToken)
    {
        try
        {
            var client = workspace.Client;
            var room = await client.FindOwnableRoomAsync(roomId, RoomIdPath, cancellationToken);
            if (!context.Planned.UserIds.TryGet(out var userIds))
            {
                return;
            }

            var review = await new OwnershipReviewer(client, workspace.Run.Of<OwnershipRun>(), UserIdsPath) { IsPlan = true }
                .ReviewAsync(room, userIds, context.Planned.InviteMembers.Or(false), cancellationToken);
            foreach (var fault in review.Faults)
            {
                workspace.Report(fault, context.Diagnostics);
            }

            foreach (var warning in OwnershipDiagnostics.Warnings(review, UserIdsPath))
            {
                context.Diagnostics.Add(warning);
            }

            if (context.Prior is null)
            {
                new RoomOwnersPrivateState(context.Private).SetSeen(review.Owners);
            }
        }
        catch (DiagnosticException found)
        {
            workspace.Report(found.Diagnostic, context.Diagnostics);
        }
    }
}
