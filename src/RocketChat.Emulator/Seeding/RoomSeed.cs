namespace RocketChat.Emulator.Seeding;

/// <summary>A room in a seed.</summary>
public sealed record RoomSeed
{
    /// <summary>The id; made up when null.</summary>
    public string? Id { get; set; }

    /// <summary>The name: required and unique for types c and p.</summary>
    public string? Name { get; set; }

    /// <summary>The title that people see; the name when null, except for the room <c>GENERAL</c>, which has none at first.</summary>
    public string? Fname { get; set; }

    /// <summary><c>c</c>, <c>p</c>, <c>d</c> or <c>l</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The topic; null for none.</summary>
    public string? Topic { get; set; }

    /// <summary>The description; null for none.</summary>
    public string? Description { get; set; }

    /// <summary>The announcement; null for none.</summary>
    public string? Announcement { get; set; }

    /// <summary>Whether only privileged members write, and everybody else answers them only.</summary>
    public bool Broadcast { get; set; }

    /// <summary>Whether the room is archived.</summary>
    public bool Archived { get; set; }

    /// <summary>Whether only privileged members may write.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>Whether new users join by themselves.</summary>
    public bool Default { get; set; }

    /// <summary>Whether the room is federated over Matrix.</summary>
    public bool Federated { get; set; }

    /// <summary>Whether messages are encrypted from end to end.</summary>
    public bool Encrypted { get; set; }

    /// <summary>The team that the room belongs to.</summary>
    public string? TeamId { get; set; }

    /// <summary>Whether the room is the main room of its team.</summary>
    public bool TeamMain { get; set; }

    /// <summary>The parent room's id: makes this a discussion.</summary>
    public string? Prid { get; set; }

    /// <summary>The username of who made the room; the first owner, or else the first member, when null.</summary>
    public string? Creator { get; set; }

    /// <summary>The time when the room was created; the start of the emulator when null.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The time of the last change; the time of the creation when null.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>The number of messages, system messages included.</summary>
    public int? Messages { get; set; }

    /// <summary>The members of the room.</summary>
    public IReadOnlyList<MemberSeed> Members { get; set; } = [];
}
