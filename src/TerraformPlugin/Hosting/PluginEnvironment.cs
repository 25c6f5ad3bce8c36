using System.Globalization;

namespace TerraformPlugin.Hosting;

/// <summary>The environment variables by which a CLI configures a plugin.</summary>
/// <param name="HasCookie">Whether a CLI started us: TF_PLUGIN_MAGIC_COOKIE is there and right.</param>
/// <param name="OffersProtocol">Whether the CLI speaks <see cref="ProtocolVersion"/>.</param>
/// <param name="ClientCertificatePem">The client's certificate; null when the CLI wants no TLS.</param>
/// <param name="SocketDirectory">The folder that the socket must be in; null for the temp folder.</param>
/// <param name="MinPort">The lowest TCP port that we may take, where sockets are TCP.</param>
/// <param name="MaxPort">The highest such port.</param>
/// <param name="AsksForMultiplexing">Whether the client asks if the broker can share a connection.</param>
internal sealed record PluginEnvironment(
    bool HasCookie,
    bool OffersProtocol,
    string? ClientCertificatePem,
    string? SocketDirectory,
    int MinPort,
    int MaxPort,
    bool AsksForMultiplexing)
{
    /// <summary>The one major version of the provider protocol that we speak.</summary>
    public const int ProtocolVersion = 6;

    private const string Cookie = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";

    /// <summary>Reads the variables through <paramref name="variable"/>, which returns null for a variable that is not set.</summary>
    public static PluginEnvironment Read(Func<string, string?> variable) => new(
        HasCookie: variable("TF_PLUGIN_MAGIC_COOKIE") == Cookie,
        OffersProtocol: Offers(variable("PLUGIN_PROTOCOL_VERSIONS")),
        ClientCertificatePem: NotEmpty(variable("PLUGIN_CLIENT_CERT")),
        SocketDirectory: NotEmpty(variable("PLUGIN_UNIX_SOCKET_DIR")),
        MinPort: Port(variable("PLUGIN_MIN_PORT"), 10000),
        MaxPort: Port(variable("PLUGIN_MAX_PORT"), 25000),
        AsksForMultiplexing: NotEmpty(variable("PLUGIN_MULTIPLEX_GRPC")) is not null);

    // A host that names no versions leaves the choice to us.
    private static bool Offers(string? versions) =>
        string.IsNullOrWhiteSpace(versions)
        || versions.Split(',', StringSplitOptions.TrimEntries).Contains(ProtocolVersion.ToString(CultureInfo.InvariantCulture));

    private static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static int Port(string? value, int otherwise) =>
        ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : otherwise;
}
