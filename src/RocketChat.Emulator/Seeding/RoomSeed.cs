namespace RocketChat.Emulator.Seeding;

/// <summary>A room in a seed.</summary>
public sealed record RoomSeed
{
    /// <summary>The id; made up when null.</summary>
    public string? Id { get; init; }

    /// <summary>The name: required and unique for types c and p.</summary>
    public string? Name { get; init; }

    /// <summary>The title that people see; the name when null.</summary>
    public string? Fname { get; init; }

    /// <summary><c>c</c>, <c>p</c>, <c>d</c> or <c>l</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Whether the room is archived.</summary>
    public bool Archived { get; init; }

    /// <summary>Whether only privileged members may write.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether new users join by themselves.</summary>
    public bool Default { get; init; }

    /// <summary>Whether the room is federated over Matrix.</summary>
    public bool Federated { get; init; }

    /// <summary>The team that the room belongs to.</summary>
    public string? TeamId { get; init; }

    /// <summary>Whether the room is the main room of its team.</summary>
    public bool TeamMain { get; init; }

    /// <summary>The parent room's id: makes this a discussion.</summary>
    public string? Prid { get; init; }

    /// <summary>The username of who made the room; the first owner, or else the first member, when null.</summary>
    public string? Creator { get; init; }

    /// <summary>When the room was made; the start of the emulator when null.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Who is in the room.</summary>
    public IReadOnlyList<MemberSeed> Members { get; init; } = [];
}
