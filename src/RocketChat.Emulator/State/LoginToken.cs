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
    /// The last second factor that this token passed, with agent and address: the remember window needs all three.
    /// </summary>
    public TwoFactorPass? LastTwoFactor { get; set; }
}
