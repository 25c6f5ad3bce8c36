namespace RocketChat.Emulator.Seeding;

/// <summary>A token in a seed.</summary>
public sealed record TokenSeed
{
    /// <summary>The name of a personal access token; null for the session of a login.</summary>
    public string? Name { get; set; }

    /// <summary>The token itself.</summary>
    public required string Token { get; init; }

    /// <summary>Whether a personal access token needs no second factor.</summary>
    public bool BypassTwoFactor { get; set; }

    /// <summary>The time when the token was created; that of the account when null.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The name, never the token.</summary>
    public override string ToString() => Name ?? "session";
}
