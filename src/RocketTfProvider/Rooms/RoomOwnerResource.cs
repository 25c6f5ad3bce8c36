using RocketChat.Client;
using RocketTfProvider.Connection;
using RocketTfProvider.Users;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Rooms;

/// <summary>
/// <c>rocketchat_room_owner</c>: one user owns one room, keyed by their ids; names may change without any consequence.
/// </summary>
internal sealed class RoomOwnerResource(Workspace workspace) : Resource<RoomOwnerModel>
{
    public const string Name = "rocketchat_room_owner";

    public static readonly AttributePath RoomIdPath = AttributePath.To("room_id");
    public static readonly AttributePath UsernamePath = AttributePath.To("username");

    public override string TypeName => Name;

    public override Schema Schema => RoomOwnerSchema.Instance;

    public override IReadOnlyList<string> Keys { get; } = ["room_id", "user_id"];

    /// <summary>The user whom the configuration names, by id or by username.</summary>
    /// <exception cref="DiagnosticException">There is no such user.</exception>
    public static async Task<User> FindUserAsync(RocketChatClient client, RoomOwnerModel config, CancellationToken cancellationToken) =>
        config.UserId.TryGet(out var userId)
            ? await client.Users.FindByIdAsync(userId, cancellationToken) ?? throw UserErrors.NotFound(userId, AttributePath.To("user_id"))
            : await client.Users.FindByNameAsync(config.Username.Value, cancellationToken)
                ?? throw UserErrors.NotFound(config.Username.Value, UsernamePath);

    protected override Task PlanAsync(PlanContext<RoomOwnerModel> context, CancellationToken cancellationToken) =>
        new RoomOwnerPlan(workspace, context).MakeAsync(cancellationToken);

    protected override Task PlanDestroyAsync(RoomOwnerModel prior, CallContext context, CancellationToken cancellationToken)
    {
        new RoomOwnerPrivateState(context.Private).IsPlannedDestroy = true;
        return new RoomOwnerDestroyPlan(workspace, prior, context.Diagnostics).MakeAsync(cancellationToken);
    }

    protected override async Task<RoomOwnerModel> CreateAsync(ApplyContext<RoomOwnerModel> context, CancellationToken cancellationToken)
    {
        var client = workspace.Client;
        var room = await client.FindOwnableRoomAsync(context.Planned.RoomId.Value, RoomIdPath, cancellationToken);
        var user = await FindUserAsync(client, context.Config, cancellationToken);
        if (user.Active == false)
        {
            context.Diagnostics.AddWarning(
                "Deactivated user",
                $"The account {user.Quoted()} is deactivated: it owns the room {room.Quoted()}, but nobody can act as its owner.",
                RoomIdPath);
        }

        var inRun = workspace.Run.Of<OwnershipRun>().In(room.Id);
        if (await AddAsync(client, room, user, cancellationToken) == OwnerChange.Made)
        {
            inRun.Record(user.Id, isOwner: true);
        }
        else if (!inRun.IsLeaving(user.Id))
        {
            context.Diagnostics.AddWarning(
                "Already an owner",
                $"{user.Quoted()} already owned the room {room.Quoted()}; nothing was changed. This resource manages the ownership from "
                + "now on: destroying it removes the ownership, unless `on_destroy = \"keep\"`.",
                RoomIdPath);
        }

        var created = context.Planned with
        {
            Id = $"{room.Id}/{user.Id}",
            UserId = user.Id,
            Username = user.Username,
            RoomName = room.Name,
        };
        context.SavePartial(created);
        RememberName(context);
        inRun.Keep(user.Id);
        foreach (var leaving in inRun.TakeRemovals())
        {
            await client.RoomOwners.RemoveAsync(room, leaving, cancellationToken: cancellationToken);
            inRun.Record(leaving.Id, isOwner: false);
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
        var room = await client.Rooms.FindByIdAsync(roomId, cancellationToken);
        if (room is null)
        {
            context.Diagnostics.Add(OwnershipDiagnostics.RoomGone(state.RoomName.Or(roomId), roomId));
            return null;
        }

        var owners = await client.RoomOwners.GetOneOfManyAsync(roomId, cancellationToken);
        if (owners.FirstOrDefault(owner => owner.Id == userId) is { } owner)
        {
            return state with
            {
                Id = $"{room.Id}/{owner.Id}",
                Username = owner.Username,
                RoomName = room.Name,
                OnDestroy = state.OnDestroy.Or(RoomOwnerSchema.Remove),
                AllowOwnerless = state.AllowOwnerless.Or(false),
            };
        }

        var user = await client.Users.FindByIdAsync(userId, cancellationToken);
        context.Diagnostics.AddWarning(
            user is null ? "User no longer exists" : "Ownership was removed outside",
            user is null
                ? $"The user {state.Username.Or(userId).Quoted()} ({userId}) no longer exists and owns nothing. The ownership is removed "
                    + "from "
                    + "the state."
                : $"{user.Quoted()} no longer owns the room {room.Quoted()}: the ownership was removed outside of this configuration. "
                + "The next apply restores it.");
        return null;
    }

    protected override Task<RoomOwnerModel> UpdateAsync(ApplyContext<RoomOwnerModel> context, CancellationToken cancellationToken)
    {
        RememberName(context);
        return Task.FromResult(context.Planned);
    }

    protected override async Task DeleteAsync(RoomOwnerModel prior, CallContext context, CancellationToken cancellationToken)
    {
        if (prior.IsKeptOnDestroy)
        {
            return;
        }

        var client = workspace.Client;
        var room = await client.Rooms.FindByIdAsync(prior.RoomId.Value, cancellationToken);
        var user = room is null ? null : await client.Users.FindByIdAsync(prior.UserId.Value, cancellationToken);
        if (room is null || user is null)
        {
            return;
        }

        var inRun = workspace.Run.Of<OwnershipRun>().In(room.Id);
        if (inRun.IsKept(user.Id))
        {
            context.Diagnostics.AddWarning(
                "Ownership is kept",
                $"{user.Quoted()} stays an owner of the room {room.Quoted()}, because another object of this run manages the same "
                    + "ownership.");
            return;
        }

        var isReplaced = !new RoomOwnerPrivateState(context.Private).IsPlannedDestroy;
        try
        {
            await client.RoomOwners.RemoveAsync(room, user, prior.AllowOwnerless.Or(false), cancellationToken);
            inRun.Record(user.Id, isOwner: false);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.LastOwner && isReplaced)
        {
            inRun.LeaveRemoval(user);
        }
    }

    protected override async Task<RoomOwnerModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        // Usernames and ids have no slash; the title of an old room could have one.
        var slash = id.LastIndexOf('/');
        var (roomPart, userPart) = slash < 0 ? ("", "") : (id[..slash].Trim(), id[(slash + 1)..].Trim());
        if (roomPart.Length == 0 || userPart.Length == 0)
        {
            throw new DiagnosticException(
                "Invalid import id",
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
            Id = $"{room.Id}/{user.Id}",
            RoomId = room.Id,
            UserId = user.Id,
            Username = user.Username,
            RoomName = room.Name,
        };
    }

    private static void RememberName(ApplyContext<RoomOwnerModel> context) =>
        new RoomOwnerPrivateState(context.Private).ConfiguredName = context.Config.Username.TryGet(out var name) ? name : null;

    private static async Task<OwnerChange> AddAsync(RocketChatClient client, Room room, User user, CancellationToken cancellationToken)
    {
        try
        {
            return await client.RoomOwners.AddAsync(room, user, cancellationToken);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.NotAMember)
        {
            throw new DiagnosticException(OwnershipDiagnostics.NotAMember(room, user, RoomIdPath, canInvite: false), failure);
        }
    }
}
