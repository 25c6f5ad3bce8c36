namespace RocketChat.Emulator.Dns;

/// <summary>The class of a record; in an update, the operation on the record (RFC 2136 §2.4, §2.5).</summary>
internal static class RecordClass
{
    public const ushort Internet = 1;
    public const ushort None = 254;
    public const ushort Any = 255;
}
