namespace RocketChat.Emulator.State;

/// <summary>A team. Who is in it is kept twice, as on real servers: here, and as the memberships of its main room.</summary>
public sealed class Team
{
    /// <summary>The immutable id; its rooms point to it.</summary>
    public required string Id { get; init; }

    /// <summary>The name; the main room has the same.</summary>
    public required string Name { get; init; }

    /// <summary>0 for a public team, 1 for a private one.</summary>
    public required int Type { get; init; }

    /// <summary>The main room.</summary>
    public required string RoomId { get; init; }

    /// <summary>The creator.</summary>
    public required RoomCreator Creator { get; init; }

    /// <summary>The time of the creation.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The roles in the team by user id; a plain member has none.</summary>
    internal Dictionary<string, RoleList> Members { get; } = [];
}
