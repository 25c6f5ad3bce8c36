namespace RocketChat.Emulator.Seeding;

/// <summary>A team in a seed, where it is not simply what its main room makes of it.</summary>
public sealed record TeamSeed
{
    /// <summary>The id, as the main room's <c>teamId</c> says it.</summary>
    public required string Id { get; init; }

    /// <summary>The name; the main room's when null.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the team is private; as the main room is when null.</summary>
    public bool? Private { get; set; }

    /// <summary>The username of who made the team; who made the main room when null.</summary>
    public string? Creator { get; set; }

    /// <summary>The members of the team, with their roles there; the members of the main room when null.</summary>
    public IReadOnlyList<MemberSeed>? Members { get; set; }
}
