namespace RocketChat.Emulator.State;

/// <summary>That a user is in a room, and with which roles. Rocket.Chat calls it a subscription.</summary>
public sealed class Membership
{
    /// <summary>The id of the membership itself.</summary>
    public required string Id { get; init; }

    /// <summary>The room.</summary>
    public required string RoomId { get; init; }

    /// <summary>The user.</summary>
    public required string UserId { get; init; }

    /// <summary>Roles in this room: <c>owner</c>, <c>moderator</c>, <c>leader</c>.</summary>
    public IList<string> Roles { get; init; } = [];
}
