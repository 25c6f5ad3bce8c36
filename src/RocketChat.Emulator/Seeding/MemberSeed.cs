namespace RocketChat.Emulator.Seeding;

/// <summary>A member of a room in a seed.</summary>
public sealed record MemberSeed
{
    /// <summary>The username.</summary>
    public required string Username { get; init; }

    /// <summary>Roles in the room, for example <c>owner</c>.</summary>
    public IReadOnlyList<string> Roles { get; set; } = [];
}
