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
    public const ushort Any = 255;

    /// <summary>How many octets stand before the name in the data; null for types whose data holds no name.</summary>
    public static int? NameOffset(ushort type) => type switch
    {
        Ns or CName => 0,
        Srv => 6,
        _ => null,
    };
}
