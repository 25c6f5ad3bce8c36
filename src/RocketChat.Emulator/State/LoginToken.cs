namespace RocketChat.Emulator.State;

/// <summary>A token that stands for a user: a session opened by login, or a personal access token.</summary>
internal sealed class LoginToken
{
    public required string Value { get; init; }

    /// <summary>The name of a personal access token; null for a session.</summary>
    public string? Name { get; init; }

    public bool BypassTwoFactor { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// When this token last passed a second factor, and from which agent and address: the remember window asks for all three.
    /// </summary>
    public TwoFactorPass? LastTwoFactor { get; set; }
}
