namespace RocketChat.Client;

/// <summary>
/// Push can be configured anew in a running server, by switching it off and on, since 8.7 (Rocket.Chat #41341). No answer tells;
/// before, the second configuration throws inside the server, unseen.
/// </summary>
internal static class PushReload
{
    public static bool Works(ServerVersion version) => (version.Major, version.Minor).CompareTo((8, 7)) >= 0;
}
