namespace PluginClient;

/// <summary>How to start a provider program.</summary>
/// <param name="FileName">The program.</param>
public sealed record PluginLaunch(string FileName)
{
    /// <summary>The program's arguments; a CLI gives none.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The folder to start in; null for the caller's.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The protocol versions to offer, as CLIs do.</summary>
    public string ProtocolVersions { get; init; } = "5,6";

    /// <summary>The client's certificate; null to ask for a connection without TLS.</summary>
    public ClientIdentity? Identity { get; init; }

    /// <summary>
    /// Variables on top of those that a CLI sets; null takes one away. Logging variables of the caller are not inherited.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>How long the program may take to its handshake line.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(1);
}
