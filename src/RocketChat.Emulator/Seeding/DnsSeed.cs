using RocketChat.Emulator.Dns;

namespace RocketChat.Emulator.Seeding;

/// <summary>The zone that the emulator's name server serves.</summary>
public sealed record DnsSeed
{
    /// <summary>The zone's name.</summary>
    public string Zone { get; set; } = "example.org";

    /// <summary>The records as lines of a zone file: <c>chat A 127.0.0.1</c>. SOA and NS are added.</summary>
    public IReadOnlyList<string> Records { get; set; } = [];

    /// <summary>The seed that gives the same zone again.</summary>
    internal static DnsSeed Of(DnsZone zone) => new() { Zone = zone.Apex, Records = zone.Lines };

    /// <exception cref="FormatException">The zone's name, or a record, is not valid.</exception>
    internal DnsZone ToZone() => DnsZone.WithOwnNameServer(Zone, Records);
}
