using System.Globalization;

namespace TerraformPlugin.Hosting;

/// <summary>The one line on stdout by which the CLI finds the plugin.</summary>
internal static class HandshakeLine
{
    private const int CoreProtocolVersion = 1;

    /// <summary>Writes the line without its newline: <c>CORE|PROTOCOL|NETWORK|ADDRESS|grpc|CERTIFICATE[|MULTIPLEX]</c>.</summary>
    /// <param name="network"><c>unix</c> or <c>tcp</c>.</param>
    /// <param name="address">The socket's absolute path, or <c>127.0.0.1:port</c>.</param>
    /// <param name="serverCertificate">The server's certificate as DER; empty without TLS.</param>
    /// <param name="answersMultiplexing">
    /// Whether to say that the broker shares no connection. Older clients would take the field for a part of the certificate.
    /// </param>
    public static string Format(string network, string address, ReadOnlySpan<byte> serverCertificate, bool answersMultiplexing)
    {
        // The client's decoder refuses padding.
        var certificate = Convert.ToBase64String(serverCertificate).TrimEnd('=');
        var multiplex = answersMultiplexing ? "|false" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{CoreProtocolVersion}|{PluginEnvironment.ProtocolVersion}|{network}|{address}|grpc|{certificate}{multiplex}");
    }
}
