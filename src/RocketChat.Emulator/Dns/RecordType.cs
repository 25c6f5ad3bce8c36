namespace RocketChat.Emulator.Dns;

/// <summary>The numbers of the record types (IANA) that a zone can have, and of those that only messages have.</summary>
public static class RecordType
{
    /// <summary>An IPv4 address.</summary>
    public const ushort A = 1;

    /// <summary>A name server.</summary>
    public const ushort Ns = 2;

    /// <summary>An alias.</summary>
    public const ushort CName = 5;

    /// <summary>The start of a zone.</summary>
    public const ushort Soa = 6;

    /// <summary>Text.</summary>
    public const ushort Txt = 16;

    /// <summary>An IPv6 address.</summary>
    public const ushort Aaaa = 28;

    /// <summary>The location of a service.</summary>
    public const ushort Srv = 33;

    internal const ushort Opt = 41;
    internal const ushort Tsig = 250;
    internal const ushort Any = 255;

    /// <summary>Whether the type belongs to questions and messages, so that no record can have it (RFC 6895 §3.1).</summary>
    internal static bool IsMeta(ushort type) => type is Opt or (>= 128 and <= 255);

    /// <summary>Whether a zone can store a record of the type. The SOA is generated.</summary>
    internal static bool CanBeStored(ushort type) => type is A or Ns or CName or Txt or Aaaa or Srv;
}
