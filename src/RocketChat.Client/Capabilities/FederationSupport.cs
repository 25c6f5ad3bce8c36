namespace RocketChat.Client.Capabilities;

/// <summary>The kinds of federation that a server has, and how they behave in its version.</summary>
public sealed record FederationSupport
{
    private FederationSupport(ServerVersion version, bool hasLegacy, bool hasBridge, bool hasNative)
    {
        Version = version;
        HasNative = hasNative;
        HasBridge = hasBridge && !hasNative;
        HasLegacy = hasLegacy && !hasNative;
        LegacyTestIsReal = HasRealTest(version);
        LegacySends = !version.IsAtLeast(6, 3);
        VerifiesBridge = version.IsAtLeast(6, 12);
    }

    /// <summary>The version of the server.</summary>
    public ServerVersion Version { get; }

    /// <summary>Between Rocket.Chat servers, with an SRV and a TXT record: up to 7.10.</summary>
    public bool HasLegacy { get; }

    /// <summary>Over a Matrix homeserver beside Rocket.Chat: 4.7 to 7.10.</summary>
    public bool HasBridge { get; }

    /// <summary>Matrix federation by Rocket.Chat itself: since 7.11. Old settings that are still readable there do nothing.</summary>
    public bool HasNative { get; }

    /// <summary>Whether the server's own test of legacy federation tests anything: from 4.2 on it always succeeds.</summary>
    public bool LegacyTestIsReal { get; }

    /// <summary>Whether legacy federation reaches others: since 6.3 the server does not wait for the lookup of its peers.</summary>
    public bool LegacySends { get; }

    /// <summary>Whether the server can verify its bridge (<c>federation/configuration.verify</c>, since 6.12).</summary>
    public bool VerifiesBridge { get; }

    /// <summary>The same as <see cref="LegacyTestIsReal"/>, by the version alone.</summary>
    internal static bool HasRealTest(ServerVersion version) => version.IsAtLeast(2, 0) && !version.IsAtLeast(4, 2);

    internal static FederationSupport Of(ServerVersion version, bool hasLegacy, bool hasBridge, bool hasNative) =>
        new(version, hasLegacy, hasBridge, hasNative);
}
