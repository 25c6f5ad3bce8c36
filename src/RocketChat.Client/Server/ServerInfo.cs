namespace RocketChat.Client;

/// <summary>What a workspace tells about itself (<c>GET /api/info</c>).</summary>
public sealed record ServerInfo
{
    /// <summary>The version, as exact as this account may know it.</summary>
    public required ServerVersion Version { get; init; }

    /// <summary>How the version stands to those that this library was tested with; older and newer ones may still work.</summary>
    public VersionSupport Support => TestedVersions.SupportOf(Version);

    /// <summary>Switching push off and on makes the server take up changes that otherwise need a restart.</summary>
    public bool ReloadsPush => PushReload.Works(Version);

    /// <summary>The versions that this library was tested with, for people: <c>3.11 to 8.8</c>.</summary>
    public static string TestedRange => TestedVersions.Range;

    /// <summary>The id of the workspace in Rocket.Chat's cloud; null when it is not connected or the version does not tell.</summary>
    public string? CloudWorkspaceId { get; init; }
}
