namespace RocketChat.Emulator.Dns;

/// <summary>One step of a dynamic update (RFC 2136 §2.5).</summary>
internal sealed record UpdateStep(ZoneRecord Record, ushort Class)
{
    private const ushort Internet = 1;
    private const ushort None = 254;
    private const ushort Any = 255;

    public static UpdateStep Read(WireReader reader)
    {
        var owner = reader.Name();
        var (type, kind) = (reader.Short(), reader.Short());
        var ttl = reader.Long();
        int length = reader.Short();
        var end = reader.Position + length;
        var data = length > 0 && RecordType.NameOffset(type) is { } offset
            ? new WireWriter().Bytes(reader.Bytes(offset)).Name(reader.Name()).ToArray()
            : reader.Bytes(length);
        reader.Position = end;
        return kind is Internet or None or Any ? new UpdateStep(new ZoneRecord(owner, type, ttl, data), kind) : throw new FormatException("an update of another class");
    }

    public void Do(List<ZoneRecord> records)
    {
        switch (Class)
        {
            case Any:
                records.RemoveAll(old => old.Owner == Record.Owner && (Record.Type == RecordType.Any || old.Type == Record.Type));
                break;
            case None:
                records.RemoveAll(IsSame);
                break;
            default:
                records.RemoveAll(IsSame);
                records.Add(Record);
                break;
        }
    }

    private bool IsSame(ZoneRecord old) => old.Owner == Record.Owner && old.Type == Record.Type && old.Data.AsSpan().SequenceEqual(Record.Data);
}
