namespace RocketChat.Emulator.Dns;

/// <summary>The types of record that the zone can hold, and those that only messages have.</summary>
internal static class RecordType
{
    public const ushort A = 1;
    public const ushort Ns = 2;
    public const ushort CName = 5;
    public const ushort Soa = 6;
    public const ushort Txt = 16;
    public const ushort Aaaa = 28;
    public const ushort Srv = 33;
    public const ushort Opt = 41;
    public const ushort Tsig = 250;
    public const ushort Any = 255;

    /// <summary>Whether the type belongs to questions and messages, and no record can have it (RFC 6895 §3.1).</summary>
    public static bool IsMeta(ushort type) => type is Opt or (>= 128 and <= 255);

    /// <summary>Whether a record of the type can be put into the zone. The SOA is the zone's own.</summary>
    public static bool CanBeStored(ushort type) => type is A or Ns or CName or Txt or Aaaa or Srv;
}
