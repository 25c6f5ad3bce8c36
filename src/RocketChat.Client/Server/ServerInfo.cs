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

    /// <summary>The same for the address of the gateway alone.</summary>
    public bool ReloadsPushGateway => PushReload.WorksForGateway(Version);

    /// <summary>
    /// Whether owners of a team's main room or of a federated room can also be changed while it is archived, and while it is private and
    /// the
    /// account is not in it: up to 8.x.
    /// </summary>
    public bool ChangesOwnersFromOutside => OwnerMethods.Exist(Version);

    /// <summary>The tested range in words: <c>3.11 to 9.0</c>.</summary>
    public static string TestedRange => TestedVersions.Range;

    /// <summary>The id of the workspace in Rocket.Chat's cloud; null if it is not connected or the version does not show it.</summary>
    public string? CloudWorkspaceId { get; init; }
}
