using RocketChat.Client.Capabilities;

namespace RocketChat.Client.Server;

/// <summary>The server's information about itself (<c>GET /api/info</c>).</summary>
public sealed record ServerInfo
{
    /// <summary>The version, as exact as this account may know it.</summary>
    public required ServerVersion Version { get; init; }

    /// <summary>The relation of the version to the tested range; older and newer versions may still work.</summary>
    public VersionSupport Support => TestedVersions.SupportOf(Version);

    /// <summary>Whether disabling and enabling push applies changes that otherwise need a restart.</summary>
    public bool ReloadsPush => PushReload.Works(Version);

    /// <summary>The tested range in words: <c>3.11 to 8.8</c>.</summary>
    public static string TestedRange => TestedVersions.Range;

    /// <summary>The id of the workspace in Rocket.Chat's cloud; null if it is not connected or the version does not show it.</summary>
    public string? CloudWorkspaceId { get; init; }
}
