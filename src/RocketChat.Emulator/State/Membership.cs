namespace RocketChat.Emulator.State;

/// <summary>The membership of a user in a room, with the roles there. Rocket.Chat calls it a subscription.</summary>
public sealed class Membership
{
    /// <summary>The id of the membership itself.</summary>
    public required string Id { get; init; }

    /// <summary>The room.</summary>
    public required string RoomId { get; init; }

    /// <summary>The user.</summary>
    public required string UserId { get; init; }

    /// <summary>The time when the user came.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Roles in this room: <c>owner</c>, <c>moderator</c>, <c>leader</c>.</summary>
    public IList<string> Roles => RoleList;

    internal RoleList RoleList { get; } = [];
}
