namespace RocketChat.Client.Capabilities;

/// <summary>The relation of a server's version to the range that this library is tested with.</summary>
public enum VersionSupport
{
    /// <summary>Within the tested range, 3.11 to 9.0.</summary>
    Tested,

    /// <summary>Older than 3.11: endpoints may be missing.</summary>
    Older,

    /// <summary>Newer than 9.0: endpoints may have changed.</summary>
    Newer,
}
