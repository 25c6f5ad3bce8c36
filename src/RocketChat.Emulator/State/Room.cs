namespace RocketChat.Emulator.State;

/// <summary>A room of any kind.</summary>
public sealed class Room
{
    /// <summary>The immutable id.</summary>
    public required string Id { get; init; }

    /// <summary><c>c</c> public channel, <c>p</c> private group, <c>d</c> direct message, <c>l</c> live chat.</summary>
    public required string Type { get; set; }

    /// <summary>The unique name among channels and groups; null for direct messages and live chats.</summary>
    public string? Name { get; set; }

    /// <summary>The title that people see.</summary>
    public string? FName { get; set; }

    /// <summary>The topic; null for none.</summary>
    public string? Topic { get; set; }

    /// <summary>The description, which older clients call the purpose; null for none.</summary>
    public string? Description { get; set; }

    /// <summary>The announcement; null for none.</summary>
    public string? Announcement { get; set; }

    /// <summary>Whether only privileged members write, and everybody else answers them only.</summary>
    public bool Broadcast { get; init; }

    /// <summary>Whether the room is archived.</summary>
    public bool Archived { get; set; }

    /// <summary>Whether only privileged members may write.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>The team that the room belongs to, or null.</summary>
    public string? TeamId { get; set; }

    /// <summary>Whether the room is the main room of its team.</summary>
    public bool TeamMain { get; init; }

    /// <summary>The parent room's id when the room is a discussion.</summary>
    public string? ParentRoomId { get; init; }

    /// <summary>Whether the room is federated over Matrix.</summary>
    public bool Federated { get; init; }

    /// <summary>Whether messages are encrypted from end to end.</summary>
    public bool Encrypted { get; set; }

    /// <summary>Whether new users join by themselves.</summary>
    public bool Default { get; set; }

    /// <summary>The user who made the room; ownership is in the memberships, not here.</summary>
    public required RoomCreator Creator { get; init; }

    /// <summary>The time when the room was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the last change.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The number of messages, system messages included.</summary>
    public int MessageCount { get; set; }

    /// <summary>The id of the room that every server has from the start, and that lacks much of what other rooms have.</summary>
    internal const string InitialId = "GENERAL";

    internal bool IsInitial => Id == InitialId;

    internal bool IsDirect => Type == "d";

    /// <summary>Whether the server has computed the order of the members by role, which leaves a mark.</summary>
    internal bool HasRolePriorities { get; set; }

    /// <summary>The name, or the id when there is none.</summary>
    public override string ToString() => Name ?? Id;
}
