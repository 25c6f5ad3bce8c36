using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace RocketChat.Federation;

/// <summary>A resolver as users write it: <c>9.9.9.9</c>, <c>127.0.0.1:5353</c>, <c>[2001:db8::1]:53</c> or <c>dns.example.org</c>.</summary>
/// <param name="Host">An address or a name.</param>
/// <param name="Port">The port, 53 unless given.</param>
public sealed record ResolverAddress(string Host, int Port)
{
    private const int UsualPort = 53;

    /// <summary>Reads an address.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="address">The address, unless there is a fault.</param>
    /// <param name="fault">What is wrong, as a full sentence.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out ResolverAddress? address, [NotNullWhen(false)] out string? fault)
    {
        address = Parse(text);
        fault = address is null ? $"`{text}` is no name server. Write an address or a host name, with a port if it is not 53: `192.0.2.53`, `[2001:db8::53]:5353`, `ns.example.org`." : null;
        return address is not null;
    }

    private static ResolverAddress? Parse(string text)
    {
        if (IsAddress(text, out var bare))
        {
            return new ResolverAddress(bare, UsualPort);
        }

        var colon = text.LastIndexOf(':');
        var hasPort = colon > 0 && (text[0] != '[' || text[colon - 1] == ']');
        var host = hasPort ? text[..colon] : text;
        var port = UsualPort;
        if (hasPort && (!int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
        {
            return null;
        }

        if (host.StartsWith('['))
        {
            return host.EndsWith(']') && IsAddress(host[1..^1], out var inner) ? new ResolverAddress(inner, port) : null;
        }

        return IsAddress(host, out var address) ? new ResolverAddress(address, port) : IsHostName(host) ? new ResolverAddress(host, port) : null;
    }

    // The framework also takes a single number for an address, and brackets with a port that it drops.
    private static bool IsAddress(string text, out string address)
    {
        var isOne = IPAddress.TryParse(text, out var parsed) && text[0] != '[' && (text.Contains(':', StringComparison.Ordinal) || text.Split('.').Length == 4);
        address = isOne ? parsed!.ToString() : "";
        return isOne;
    }

    private static bool IsHostName(string host) => host == "localhost" || DomainName.TryParse(host, out _, out _);
}
