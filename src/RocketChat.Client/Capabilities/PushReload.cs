namespace RocketChat.Client.Capabilities;

/// <summary>
/// Since 8.7 (Rocket.Chat #41341), disabling and enabling push applies a changed configuration in a running server. Nothing in the API
/// shows it, hence the version: in older servers the second configuration throws an exception that no client sees.
/// </summary>
internal static class PushReload
{
    public static bool Works(ServerVersion version) => version.IsAtLeast(8, 7);

    /// <summary>8.6 applies a new address of the gateway in this way, and Apple's credentials do not: tried on 8.6.1.</summary>
    public static bool WorksForGateway(ServerVersion version) => version.IsAtLeast(8, 6);
}
