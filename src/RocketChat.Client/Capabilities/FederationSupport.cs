namespace RocketChat.Client;

/// <summary>Which kinds of federation a server has, and what is known of them in its version.</summary>
public sealed record FederationSupport
{
    private static readonly (int, int) RealTestFirst = (2, 0);
    private static readonly (int, int) RealTestLast = (4, 1);
    private static readonly (int, int) BrokenSince = (6, 3);
    private static readonly (int, int) VerifiesSince = (6, 12);

    private FederationSupport(ServerVersion version, bool hasLegacy, bool hasBridge, bool hasNative)
    {
        var asked = (version.Major, version.Minor);
        Version = version;
        HasNative = hasNative;
        HasBridge = hasBridge && !hasNative;
        HasLegacy = hasLegacy && !hasNative;
        LegacyTestIsReal = HasRealTest(version);
        LegacySends = asked.CompareTo(BrokenSince) < 0;
        VerifiesBridge = asked.CompareTo(VerifiesSince) >= 0;
    }

    /// <summary>The version asked.</summary>
    public ServerVersion Version { get; }

    /// <summary>Between Rocket.Chat servers, with an SRV and a TXT record: up to 7.10.</summary>
    public bool HasLegacy { get; }

    /// <summary>Over a Matrix homeserver of one's own: 4.7 to 7.10.</summary>
    public bool HasBridge { get; }

    /// <summary>Matrix federation by Rocket.Chat itself: since 7.11. Old settings that are still readable there do nothing.</summary>
    public bool HasNative { get; }

    /// <summary>Whether the server's own test of legacy federation tests anything: from 4.2 on it succeeds whatever happens.</summary>
    public bool LegacyTestIsReal { get; }

    /// <summary>Whether legacy federation reaches others: since 6.3 the server does not wait for the look-up of its peers.</summary>
    public bool LegacySends { get; }

    /// <summary>Whether the server can verify its bridge (<c>federation/configuration.verify</c>, since 6.12).</summary>
    public bool VerifiesBridge { get; }

    /// <summary><see cref="LegacyTestIsReal"/>, where only the version matters.</summary>
    internal static bool HasRealTest(ServerVersion version) =>
        (version.Major, version.Minor).CompareTo(RealTestFirst) >= 0 && (version.Major, version.Minor).CompareTo(RealTestLast) <= 0;

    internal static FederationSupport Of(ServerVersion version, bool hasLegacy, bool hasBridge, bool hasNative) =>
        new(version, hasLegacy, hasBridge, hasNative);
}
