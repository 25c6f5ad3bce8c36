using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.State;

/// <summary>The cloud as the workspace finds it.</summary>
public sealed class Cloud
{
    private static readonly CloudSeed Default = new();

    private readonly HashSet<string> _usedTokens = new(StringComparer.Ordinal);

    /// <summary>Whether the cloud answers at all.</summary>
    public bool IsReachable { get; set; } = true;

    /// <summary>The registration tokens that the cloud accepts; null when it accepts any.</summary>
    public IReadOnlyCollection<string>? AcceptedTokens { get; set; }

    /// <summary>Whether a token that registered a workspace is refused from then on.</summary>
    public bool TokensWorkOnce { get; set; }

    /// <summary>The time from an accepted token until the registration shows.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>
    /// Whether the synchronization after a registration fails, which a 6.5 server reports as a failure of the registration.
    /// </summary>
    public bool SyncFails { get; set; }

    /// <summary>The tokens that have registered a workspace.</summary>
    public IReadOnlyCollection<string> UsedTokens => _usedTokens;

    internal bool Accepts(string token) =>
        IsReachable && AcceptedTokens?.Contains(token) != false && !(TokensWorkOnce && _usedTokens.Contains(token));

    internal void Use(string token) => _usedTokens.Add(token);

    internal void Load(CloudSeed seed)
    {
        IsReachable = seed.Reachable;
        AcceptedTokens = seed.AcceptedTokens;
        TokensWorkOnce = seed.TokensWorkOnce;
        Delay = TimeSpan.FromMilliseconds(seed.DelayMilliseconds);
        SyncFails = seed.SyncFails;
        _usedTokens.Clear();
        _usedTokens.UnionWith(seed.UsedTokens);
    }

    internal CloudSeed? ToSeed()
    {
        var seed = new CloudSeed
        {
            Reachable = IsReachable,
            AcceptedTokens = AcceptedTokens is null ? null : [.. AcceptedTokens],
            TokensWorkOnce = TokensWorkOnce,
            UsedTokens = [.. _usedTokens],
            DelayMilliseconds = (int)Delay.TotalMilliseconds,
            SyncFails = SyncFails,
        };
        return seed with { UsedTokens = Default.UsedTokens } == Default && _usedTokens.Count == 0 ? null : seed;
    }
}
