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

        var client = workspace.Client;
        if (workspace.Run.Of<OwnershipRun>().IsShared(roomId, TypeName))
        {
            context.Diagnostics.Add(OwnershipWords.TwoResources(planned.RoomName.Or(roomId), RoomIdPath));
        }

        if (workspace.PlanChecks != PlanChecks.Off)
        {
            await ReviewAsync(client, roomId, context, cancellationToken);
        }
    }

    protected override async Task PlanDestroyAsync(RoomOwnersModel prior, CallContext context, CancellationToken cancellationToken)
    {
        var memory = new OwnersMemory(context.Private) { IsPlannedDestroy = true };
        var room = prior.RoomName.Or(prior.RoomId.Value);
        if (Keeps(prior))
        {
            context.Diagnostics.AddWarning(
                "Ownership is kept",
                $"`on_destroy` is `keep`: {prior.Usernames.Or([]).Named()} stay owners of the room `{room}`, and from now on nothing here manages them.");
            return;
        }

        if (!workspace.IsKnown)
        {
            return;
        }

        var owners = await workspace.Client.RoomOwners.GetAsync(prior.RoomId.Value, cancellationToken);
        var (leaving, staying) = Split(owners, memory);
        if (leaving.Count == 0)
        {
            return;
        }

        context.Diagnostics.AddWarning(
            "Owners of the room will change",
            $"`on_destroy` is `remove_added`. Will lose the ownership of the room `{room}`: {leaving.Named()}. Stays: {staying.Named()}.");
        var self = await workspace.Run.Of<OwnershipRun>().SelfAsync(workspace.Client, cancellationToken);
        if (self.IsAmong(leaving) && !self.IsAdministrator())
        {
            context.Diagnostics.Add(OwnershipWords.OwnRole(self, room, null));
        }

        if (!await workspace.Client.RoomOwners.AnyActiveAsync(staying, cancellationToken))
        {
            context.Diagnostics.Add(LastOwners(room, leaving) with { Severity = DiagnosticSeverity.Warning });
        }
    }

    protected override Task<RoomOwnersModel> CreateAsync(ApplyContext<RoomOwnersModel> context, CancellationToken cancellationToken) =>
        ChangeAsync(context, cancellationToken);

    protected override Task<RoomOwnersModel> UpdateAsync(ApplyContext<RoomOwnersModel> context, CancellationToken cancellationToken) =>
        ChangeAsync(context, cancellationToken);

    protected override async Task<RoomOwnersModel?> ReadAsync(RoomOwnersModel state, CallContext context, CancellationToken cancellationToken)
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
            context.Diagnostics.AddWarning(
                "Room is gone",
                $"The room `{state.RoomName.Or(roomId)}` ({roomId}) does not exist any more, so nobody owns it. It is removed from the state.");
            return null;
        }

        var owners = await client.RoomOwners.GetOneOfManyAsync(roomId, cancellationToken);
        var memory = new OwnersMemory(context.Private);
        if (state.UserIds.TryGet(out var before))
        {
            TellDrift(room, before, owners, memory, context.Diagnostics);
        }

        memory.Added = [.. memory.Added.Where(id => owners.Any(owner => owner.Id == id))];
        memory.See(owners);
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
        var memory = new OwnersMemory(context.Private);
        var client = workspace.Client;
        if (memory.IsUnfinished && !memory.IsPlannedDestroy)
        {
            workspace.Run.Of<OwnershipRun>().HandOver(prior.RoomId.Value, memory.Added);
            return;
        }

        if (Keeps(prior) || await client.Rooms.FindByIdAsync(prior.RoomId.Value, cancellationToken) is not { } room)
        {
            return;
        }

        var (leaving, staying) = Split(await client.RoomOwners.GetAsync(room.Id, cancellationToken), memory);
        if (leaving.Count == 0)
        {
            return;
        }

        // Refused before the first one goes: half a destroy would be harder to understand than none.
        if (!await client.RoomOwners.AnyActiveAsync(staying, cancellationToken))
        {
            throw new DiagnosticException(LastOwners(room.Name, leaving));
        }

        var self = await workspace.Run.Of<OwnershipRun>().SelfAsync(client, cancellationToken);
        foreach (var user in leaving.OrderBy(user => user.Id == self.Id))
        {
            await client.RoomOwners.RemoveAsync(room, user, cancellationToken: cancellationToken);
            workspace.Run.Of<OwnershipRun>().Changed(room.Id, user.Id, owner: false);
        }
    }

    protected override async Task<RoomOwnersModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        var wanted = id.Trim();
        if (wanted.Length == 0)
        {
            throw new DiagnosticException("Invalid import id", "The id must be that of a room, such as `GENERAL`, or the exact name of a room, such as `general`.");
        }

        var client = workspace.Client;
        var room = await client.Rooms.FindByIdAsync(wanted, cancellationToken)
            ?? await client.Rooms.FindByNameAsync(wanted, cancellationToken)
            ?? throw Missing.RoomByName(wanted, null);
        room = await client.FindOwnableRoomAsync(room.Id, RoomIdPath, cancellationToken);
        return new RoomOwnersModel { Id = room.Id, RoomId = room.Id, RoomName = room.Name };
    }

    private static bool Keeps(RoomOwnersModel prior) => prior.OnDestroy.Or(RoomOwnersSchema.Keep) == RoomOwnersSchema.Keep;

    private static (List<User> Leaving, List<User> Staying) Split(IReadOnlyList<User> owners, OwnersMemory memory) =>
        ([.. owners.Where(owner => memory.Added.Contains(owner.Id))], [.. owners.Where(owner => !memory.Added.Contains(owner.Id))]);

    private static Diagnostic LastOwners(string room, List<User> leaving) => Diagnostic.Error(
        "Last owner of the room",
        $"Without {leaving.Named()} the room `{room}` would have no active owner, so the destroy is refused. Make somebody else an owner first; or set "
        + "`on_destroy = \"keep\"` and apply that before the destroy.");

    private static void TellDrift(Room room, ImmutableArray<string> before, IReadOnlyList<User> owners, OwnersMemory memory, DiagnosticList diagnostics)
    {
        var names = memory.Seen;
        var came = owners.Where(owner => !before.Contains(owner.Id)).ToList();
        var went = before.Where(id => owners.All(owner => owner.Id != id)).Select(id => names?.GetValueOrDefault(id) ?? id).ToList();
        if (came.Count > 0 || went.Count > 0)
        {
            diagnostics.AddWarning(
                "Owners were changed outside",
                $"Somebody changed the owners of the room `{room.Name}` outside of this configuration. "
                + (came.Count > 0 ? $"Became an owner: {came.Named()}. " : "")
                + (went.Count > 0 ? $"Is no owner any more: {went.Named()}. " : "")
                + "The next apply makes it as the configuration says.",
                UserIdsPath);
        }
    }

    private async Task<RoomOwnersModel> ChangeAsync(ApplyContext<RoomOwnersModel> context, CancellationToken cancellationToken) =>
        await new OwnersChange(workspace.Client, workspace.Run.Of<OwnershipRun>(), context).MakeAsync(cancellationToken);

    private async Task ReviewAsync(RocketChatClient client, string roomId, PlanContext<RoomOwnersModel> context, CancellationToken cancellationToken)
    {
        try
        {
            var room = await client.FindOwnableRoomAsync(roomId, RoomIdPath, cancellationToken);
            if (!context.Planned.UserIds.TryGet(out var userIds))
            {
                return;
            }

            var review = await new OwnershipReviewer(client, workspace.Run.Of<OwnershipRun>(), UserIdsPath) { IsPlan = true }
                .ReviewAsync(room, userIds, context.Planned.InviteMembers.Or(false), cancellationToken)
                ;
            foreach (var fault in review.Faults)
            {
                workspace.Report(fault, context.Diagnostics);
            }

            foreach (var remark in OwnershipWords.Remarks(review, UserIdsPath))
            {
                context.Diagnostics.Add(remark);
            }

            if (context.Prior is null)
            {
                new OwnersMemory(context.Private).See(review.Owners);
            }
        }
        catch (DiagnosticException found)
        {
            workspace.Report(found.Diagnostic, context.Diagnostics);
        }
    }
}
