namespace RocketChat.Client.Capabilities;

/// <summary>
/// Since 8.7 (Rocket.Chat #41341), disabling and enabling push applies a changed configuration in a running server. Nothing in the API
/// shows it, hence the version: in older servers the second configuration throws an exception that no client sees.
/// </summary>
internal static class PushReload
{
    public static bool Works(ServerVersion version) => version.IsAtLeast(8, 7);
}
