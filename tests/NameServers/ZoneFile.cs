using RocketChat.Emulator.Dns;

namespace NameServers;

/// <summary>Zones as text.</summary>
public static class ZoneFile
{
    /// <param name="apex">The zone's name.</param>
    /// <param name="text">The records but the SOA, one per line.</param>
    public static DnsZone Parse(string apex, string text) =>
        new(apex, text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
