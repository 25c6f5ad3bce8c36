namespace RocketChat.Emulator.State;

/// <summary>A room of any kind.</summary>
public sealed class Room
{
    /// <summary>The immutable id.</summary>
    public required string Id { get; init; }

    /// <summary><c>c</c> public channel, <c>p</c> private group, <c>d</c> direct message, <c>l</c> live chat.</summary>
    public required string Type { get; init; }

    /// <summary>The unique name among channels and groups; null for direct messages and live chats.</summary>
    public string? Name { get; set; }

    /// <summary>The title that people see.</summary>
    public string? FName { get; set; }

    /// <summary>Whether the room is archived.</summary>
    public bool Archived { get; set; }

    /// <summary>Whether only privileged members may write.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>The team that the room belongs to, or null.</summary>
    public string? TeamId { get; init; }

    /// <summary>Whether the room is the main room of its team.</summary>
    public bool TeamMain { get; init; }

    /// <summary>The parent room's id when the room is a discussion.</summary>
    public string? ParentRoomId { get; init; }

    /// <summary>Whether the room is federated over Matrix.</summary>
    public bool Federated { get; init; }

    /// <summary>Whether messages are encrypted from end to end.</summary>
    public bool Encrypted { get; init; }

    /// <summary>Whether new users join by themselves.</summary>
    public bool Default { get; init; }

    /// <summary>The user who made the room; ownership is in the memberships, not here.</summary>
    public required RoomCreator Creator { get; init; }

    /// <summary>The time when the room was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the last change.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The number of messages, system messages included.</summary>
    public int MessageCount { get; set; }

    /// <summary>The name, or the id when there is none.</summary>
    public override string ToString() => Name ?? Id;
}
