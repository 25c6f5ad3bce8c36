namespace RocketChat.Emulator.Seeding;

/// <summary>The cloud in a seed.</summary>
public sealed record CloudSeed
{
    /// <summary>Whether the cloud answers at all.</summary>
    public bool Reachable { get; set; } = true;

    /// <summary>The registration tokens that the cloud accepts; null when it accepts any.</summary>
    public IReadOnlyList<string>? AcceptedTokens { get; set; }

    /// <summary>Whether a token that registered a workspace is refused from then on.</summary>
    public bool TokensWorkOnce { get; set; }

    /// <summary>Tokens that were used already, as a dump has them.</summary>
    public IReadOnlyList<string> UsedTokens { get; set; } = [];

    /// <summary>The time in milliseconds from an accepted token until the registration shows.</summary>
    public int DelayMilliseconds { get; set; }

    /// <summary>
    /// Whether the synchronization after a registration fails: the server then answers that it failed, and is registered.
    /// </summary>
    public bool SyncFails { get; set; }
}
