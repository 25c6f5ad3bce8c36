using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Rooms;

/// <summary>
/// <c>rocketchat_room_owner</c>: one user owns one room, keyed by their ids; names may change without any consequence.
/// </summary>
internal sealed class RoomOwnerResource(Workspace workspace) : Resource<RoomOwnerModel>
{
    /// <summary>Private state: the user name as the configuration had it when the user was looked up.</summary>
    private const string ConfiguredName = "configured_username";

    /// <summary>
    /// Private state of a planned destroy. Core plans a plain destroy with the provider, but not the destroy half of a replacement:
    /// a delete that does not find this mark is followed or preceded by a create.
    /// </summary>
    private const string PlannedDestroy = "planned_destroy";

    private static readonly AttributePath RoomIdPath = AttributePath.To("room_id");
    private static readonly AttributePath UsernamePath = AttributePath.To("username");

    public override string TypeName => "rocketchat_room_owner";

    public override Schema Schema => RoomOwnerSchema.Instance;

    public override IReadOnlyList<string> Keys { get; } = ["room_id", "user_id"];

    protected override async Task PlanAsync(PlanContext<RoomOwnerModel> context, CancellationToken cancellationToken)
    {
        if (workspace.IsKnown && context.Planned.RoomId.TryGet(out var roomId) && workspace.Run.Of<OwnershipRun>().IsShared(roomId, TypeName))
        {
            context.Diagnostics.Add(OwnershipWords.TwoResources(context.Planned.RoomName.Or(roomId), RoomIdPath));
        }

        if (context.Prior is not { } prior)
        {
            await CheckAsync(context, cancellationToken);
            return;
        }

        if (context.Config.Username.IsNull)
        {
            return;
        }

        // The name is the user's wish, the id is who it was: only a name that means somebody else now is a change of owner.
        if (!context.Config.Username.TryGet(out var wanted))
        {
            context.RequireReplace(UsernamePath);
            return;
        }

        if (prior.Username == wanted)
        {
            return;
        }

        var user = workspace.IsKnown ? await workspace.Client.Users.FindByNameAsync(wanted, cancellationToken) : null;
        if (user?.Id == prior.UserId.Value)
        {
            context.Planned = context.Planned with { Username = prior.Username };
        }
        else if (user is null && context.Private.TryGet(ConfiguredName, out var known) && known == wanted)
        {
            context.Planned = context.Planned with { Username = prior.Username };
            context.Diagnostics.AddWarning(
                "User was renamed",
                $"The user that was `{wanted}` is now called `{prior.Username.Value}` on the server. The ownership is not affected. "
                + $"Write `username = \"{prior.Username.Value}\"`, or use `user_id = \"{prior.UserId.Value}\"`, which no renaming changes.",
                UsernamePath);
        }
        else
        {
            if (user is null && workspace.IsKnown)
            {
                workspace.Report(Missing.User(wanted, UsernamePath).Diagnostic, context.Diagnostics);
            }

            context.RequireReplace(UsernamePath);
        }
    }

    protected override async Task PlanDestroyAsync(RoomOwnerModel prior, CallContext context, CancellationToken cancellationToken)
    {
        context.Private.Set(PlannedDestroy, "true");
        if (Keeps(prior))
        {
            context.Diagnostics.AddWarning(
                "Ownership is kept",
                $"`on_destroy` is `keep`: `{prior.Username.Or(prior.UserId.Value)}` stays an owner of the room `{prior.RoomName.Or(prior.RoomId.Value)}`.");
            return;
        }

        if (!workspace.IsKnown)
        {
            return;
        }

        await new RoomOwnerFarewell(workspace.Client, workspace.Run.Of<OwnershipRun>(), prior).CommentAsync(context.Diagnostics, cancellationToken);
    }

    protected override async Task<RoomOwnerModel> CreateAsync(ApplyContext<RoomOwnerModel> context, CancellationToken cancellationToken)
    {
        var planned = context.Planned;
        var client = workspace.Client;
        var room = await client.FindOwnableRoomAsync(planned.RoomId.Value, RoomIdPath, cancellationToken);
        var user = await FindUserAsync(client, context.Config, cancellationToken);
        var created = planned with
        {
            Id = $"{room.Id}/{user.Id}",
            UserId = user.Id,
            Username = user.Username,
            RoomName = room.Name,
        };

        if (user.Active == false)
        {
            context.Diagnostics.AddWarning(
                "Deactivated user",
                $"The account `{user.Username}` is deactivated: it owns the room `{room.Name}`, but nobody can act as its owner.",
                RoomIdPath);
        }

        var run = workspace.Run.Of<OwnershipRun>();
        if (await AddAsync(client, room, user, cancellationToken) == OwnerChange.Made)
        {
            run.Changed(room.Id, user.Id, owner: true);
        }
        else if (!run.IsLeaving(room, user))
        {
            context.Diagnostics.AddWarning(
                "Already an owner",
                $"`{user.Username}` already owned the room `{room.Name}`; nothing was changed. From now on this resource manages the ownership: "
                + "destroying it takes the ownership away, unless `on_destroy = \"keep\"`.",
                RoomIdPath);
        }

        context.SavePartial(created);
        context.Private.Set(ConfiguredName, context.Config.Username.TryGet(out var name) ? name : null);
        foreach (var leaving in run.Made(room, user))
        {
            await client.RoomOwners.RemoveAsync(room, leaving, cancellationToken: cancellationToken);
            run.Changed(room.Id, leaving.Id, owner: false);
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
            context.Diagnostics.AddWarning(
                "Room is gone",
                $"The room `{state.RoomName.Or(roomId)}` ({roomId}) does not exist any more, so nobody owns it. It is removed from the state.");
            return null;
        }

        var owners = await client.RoomOwners.GetOneOfManyAsync(roomId, cancellationToken);
        var owner = owners.FirstOrDefault(o => o.Id == userId);
        if (owner is not null)
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
            user is null ? "User is gone" : "Ownership was taken away",
            user is null
                ? $"The user `{state.Username.Or(userId)}` ({userId}) does not exist any more and owns nothing. The ownership is removed from the state."
                : $"`{user.Username}` does not own the room `{room.Name}` any more: somebody changed that outside of this configuration. The next apply makes it so again.");
        return null;
    }

    protected override Task<RoomOwnerModel> UpdateAsync(ApplyContext<RoomOwnerModel> context, CancellationToken cancellationToken)
    {
        context.Private.Set(ConfiguredName, context.Config.Username.TryGet(out var name) ? name : null);
        return Task.FromResult(context.Planned);
    }

    protected override async Task DeleteAsync(RoomOwnerModel prior, CallContext context, CancellationToken cancellationToken)
    {
        if (Keeps(prior))
        {
            return;
        }

        var client = workspace.Client;
        var room = await client.Rooms.FindByIdAsync(prior.RoomId.Value, cancellationToken);
        var user = room is null ? null : await client.Users.FindByIdAsync(prior.UserId.Value, cancellationToken);
        var replaced = !context.Private.TryGet(PlannedDestroy, out _);
        var run = workspace.Run.Of<OwnershipRun>();
        if (room is null || user is null || (replaced && run.IsMade(room, user)))
        {
            return;
        }

        if (run.IsWanted(room.Id, user.Id))
        {
            context.Diagnostics.AddWarning(
                "Ownership is kept",
                $"`{user.Username}` stays an owner of the room `{room.Name}`, since a `rocketchat_room_owners` of this run lists the user.");
            return;
        }

        try
        {
            await client.RoomOwners.RemoveAsync(room, user, prior.AllowOwnerless.Or(false), cancellationToken);
            run.Changed(room.Id, user.Id, owner: false);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.LastOwner && replaced)
        {
            run.LeavesLater(room, user);
        }
    }

    protected override async Task<RoomOwnerModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        // User names and ids hold no slash; the title of an old room could.
        var slash = id.LastIndexOf('/');
        var (roomPart, userPart) = slash < 0 ? ("", "") : (id[..slash].Trim(), id[(slash + 1)..].Trim());
        if (roomPart.Length == 0 || userPart.Length == 0)
        {
            throw new DiagnosticException(
                "Invalid import id",
                "The id must be `room_id/user_id`, such as `GENERAL/aobEdbYhXfu5hkeqG`, or `room name/username`, such as `general/alice`.");
        }

        var client = workspace.Client;
        var room = await client.Rooms.FindByIdAsync(roomPart, cancellationToken)
            ?? await client.Rooms.FindByNameAsync(roomPart, cancellationToken)
            ?? throw Missing.RoomByName(roomPart, null);
        var user = await client.Users.FindByIdAsync(userPart, cancellationToken)
            ?? await client.Users.FindByNameAsync(userPart, cancellationToken)
            ?? throw Missing.User(userPart, null);
        var owners = await client.RoomOwners.GetAsync(room.Id, cancellationToken);
        if (owners.All(owner => owner.Id != user.Id))
        {
            throw new DiagnosticException(
                "Nothing to import",
                $"`{user.Username}` does not own the room `{room.Name}`. Without an import, the next apply makes it so.");
        }

        return new RoomOwnerModel { Id = $"{room.Id}/{user.Id}", RoomId = room.Id, UserId = user.Id, Username = user.Username, RoomName = room.Name };
    }

    private static bool Keeps(RoomOwnerModel prior) => prior.OnDestroy.Or(RoomOwnerSchema.Remove) == RoomOwnerSchema.Keep;

    /// <summary>Finds in the plan what the apply would stumble over, as far as the values are known.</summary>
    private async Task CheckAsync(PlanContext<RoomOwnerModel> context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown || workspace.PlanChecks == PlanChecks.Off)
        {
            return;
        }

        try
        {
            var client = workspace.Client;
            var room = context.Config.RoomId.TryGet(out var roomId)
                ? await client.FindOwnableRoomAsync(roomId, RoomIdPath, cancellationToken)
                : null;
            var user = context.Config.UserId.IsPresent || context.Config.Username.IsPresent
                ? await FindUserAsync(client, context.Config, cancellationToken)
                : null;
            if (room is not null && user is not null
                && await client.RoomMembers.IsMemberAsync(room, user, cancellationToken) == false)
            {
                workspace.Report(OwnershipWords.NotAMember(room, user, RoomIdPath, canInvite: false), context.Diagnostics);
            }
        }
        catch (DiagnosticException found)
        {
            workspace.Report(found.Diagnostic, context.Diagnostics);
        }
    }

    private static async Task<User> FindUserAsync(RocketChatClient client, RoomOwnerModel config, CancellationToken cancellationToken) =>
        config.UserId.TryGet(out var userId)
            ? await client.Users.FindByIdAsync(userId, cancellationToken) ?? throw Missing.User(userId, AttributePath.To("user_id"))
            : await client.Users.FindByNameAsync(config.Username.Value, cancellationToken) ?? throw Missing.User(config.Username.Value, UsernamePath);

    private static async Task<OwnerChange> AddAsync(RocketChatClient client, Room room, User user, CancellationToken cancellationToken)
    {
        try
        {
            return await client.RoomOwners.AddAsync(room, user, cancellationToken);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.NotAMember)
        {
            throw new DiagnosticException(OwnershipWords.NotAMember(room, user, RoomIdPath, canInvite: false), failure);
        }
    }
}
