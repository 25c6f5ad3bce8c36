using System.Globalization;
using System.Text;

namespace PluginClient;

/// <summary>The plugin's handshake line, read by the rules of the real client (go-plugin).</summary>
/// <param name="ProtocolVersion">The major version of the provider protocol.</param>
/// <param name="Network"><c>unix</c> or <c>tcp</c>.</param>
/// <param name="Address">The socket's path, or host and port.</param>
/// <param name="ServerCertificate">The server's certificate as DER; empty when it gave none.</param>
public sealed record Handshake(int ProtocolVersion, string Network, string Address, ReadOnlyMemory<byte> ServerCertificate)
{
    // A shorter field is not looked at.
    private const int ShortestCertificate = 50;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line from stdout.</param>
    /// <param name="offered">The versions that were offered.</param>
    /// <exception cref="HandshakeException">A CLI would refuse it.</exception>
    public static Handshake Parse(string line, string offered)
    {
        // Older clients split into six fields at most, so a seventh would be glued to the certificate.
        var fields = line.Trim().Split('|', 6);
        if (fields.Length < 4)
        {
            throw new HandshakeException($"Unrecognized remote plugin message: {line.Trim()}");
        }

        if (fields[0] != "1")
        {
            throw new HandshakeException($"Incompatible core API version with plugin. Plugin version: {fields[0]}, Core version: 1");
        }

        if (!int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || !offered.Split(',').Contains(fields[1]))
        {
            throw new HandshakeException(
                $"Incompatible API version with plugin. Plugin version: {fields[1]}, Client versions: [{offered}]");
        }

        if (fields[2] is not ("unix" or "tcp"))
        {
            throw new HandshakeException($"Unknown address type: {fields[2]}");
        }

        if (fields.ElementAtOrDefault(4) != "grpc")
        {
            throw new HandshakeException($"Unsupported plugin protocol \"{fields.ElementAtOrDefault(4) ?? "netrpc"}\". Supported: [grpc]");
        }

        return new Handshake(version, fields[2], fields[3], Certificate(fields.ElementAtOrDefault(5) ?? ""));
    }

    private static byte[] Certificate(string field)
    {
        if (field.Length <= ShortestCertificate)
        {
            return [];
        }

        // Go's raw encoding: no padding, no whitespace.
        var der = new byte[field.Length * 3 / 4];
        var padding = new string('=', (4 - (field.Length % 4)) % 4);
        return !field.Contains('=', StringComparison.Ordinal)
            && System.Buffers.Text.Base64.DecodeFromUtf8(Encoding.ASCII.GetBytes(field + padding), der, out _, out var length)
                == System.Buffers.OperationStatus.Done
            ? der[..length]
            : throw new HandshakeException("error parsing server cert: it is not base64 without padding");
    }
}
