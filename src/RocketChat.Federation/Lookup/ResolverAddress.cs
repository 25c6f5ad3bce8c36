using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using RocketChat.Federation.Names;

namespace RocketChat.Federation.Lookup;

/// <summary>
/// A resolver as users write it: <c>9.9.9.9</c>, <c>127.0.0.1:5353</c>, <c>[2001:db8::1]:53</c> or <c>dns.example.org</c>.
/// </summary>
/// <param name="Host">An address or a name.</param>
/// <param name="Port">The port, 53 by default.</param>
public sealed record ResolverAddress(string Host, int Port)
{
    private const int DefaultPort = 53;

    /// <summary>Parses an address.</summary>
    /// <param name="text">The user's input.</param>
    /// <param name="address">The address, unless there is an error.</param>
    /// <param name="error">The error, as complete sentences.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out ResolverAddress? address, [NotNullWhen(false)] out string? error)
    {
        address = Parse(text);
        error = address is not null
            ? null
            : $"`{text}` is not a name server. Write an address or a host name, with a port if it is not 53: `192.0.2.53`, "
            + "`[2001:db8::53]:5353`, `ns.example.org`.";
        return address is not null;
    }

    private static ResolverAddress? Parse(string text)
    {
        if (IsAddress(text, out var bare))
        {
            return new ResolverAddress(bare, DefaultPort);
        }

        var colon = text.LastIndexOf(':');
        var hasPort = colon > 0 && (text[0] != '[' || text[colon - 1] == ']');
        var host = hasPort ? text[..colon] : text;
        var port = DefaultPort;
        if (hasPort
            && (!int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
        {
            return null;
        }

        if (host.StartsWith('['))
        {
            return host.EndsWith(']') && IsAddress(host[1..^1], out var inner) ? new ResolverAddress(inner, port) : null;
        }

        return IsAddress(host, out var address) ? new ResolverAddress(address, port)
            : IsHostName(host) ? new ResolverAddress(host, port)
            : null;
    }

    // IPAddress also accepts a single number, and brackets with a port that it drops.
    private static bool IsAddress(string text, out string address)
    {
        var isAddress = IPAddress.TryParse(text, out var parsed)
            && text[0] != '['
            && (text.Contains(':', StringComparison.Ordinal) || text.Split('.').Length == 4);
        address = isAddress ? parsed!.ToString() : "";
        return isAddress;
    }

    private static bool IsHostName(string host) => host == "localhost" || DomainName.TryParse(host, out _, out _);
}
