using System.Globalization;

namespace TerraformPlugin.Rpc;

/// <summary>How long a client waits, as the header <c>grpc-timeout</c> says. Source: grpc/grpc, <c>doc/PROTOCOL-HTTP2.md</c>, Timeout.</summary>
internal static class RpcTimeout
{
    private const int MostDigits = 8;

    // What a timer takes; the longest timeouts that can be written are longer.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    /// <summary>Reads up to eight digits and a unit; null for anything else, the absent header among it.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length is < 2 or > MostDigits + 1
            || !int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        TimeSpan? timeout = text[^1] switch
        {
            'H' => TimeSpan.FromHours(number),
            'M' => TimeSpan.FromMinutes(number),
            'S' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMilliseconds(number),
            'u' => TimeSpan.FromMicroseconds(number),
            'n' => TimeSpan.FromTicks(number / TimeSpan.NanosecondsPerTick),
            _ => null,
        };
        return timeout > Longest ? Longest : timeout;
    }
}
