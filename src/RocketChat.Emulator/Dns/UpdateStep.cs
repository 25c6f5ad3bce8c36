namespace RocketChat.Emulator.Dns;

/// <summary>A record of an update: a prerequisite (RFC 2136 §2.4) or a change (§2.5).</summary>
internal sealed record UpdateStep(ushort Class, ZoneRecord Record)
{
    /// <exception cref="FormatException">No update can have the record.</exception>
    public static UpdateStep Read(WireReader reader)
    {
        var owner = reader.Name();
        var (type, recordClass) = (reader.Short(), reader.Short());
        var ttl = reader.Long();
        int length = reader.Short();
        if (recordClass is not (RecordClass.Internet or RecordClass.None or RecordClass.Any)
            || (recordClass == RecordClass.Any && length > 0)
            || (recordClass != RecordClass.Internet && ttl != 0)
            || (RecordType.IsMeta(type) && type != RecordType.Any))
        {
            throw new FormatException("a record that no update can have");
        }

        return new UpdateStep(recordClass, new ZoneRecord(owner, type, ttl, length == 0 ? [] : RecordData.Read(reader, type, length)));
    }

    /// <exception cref="FormatException">The record cannot be a change.</exception>
    public UpdateStep AsChange() =>
        Class == RecordClass.Any || (Record.Type != RecordType.Any && (Record.Data.Length > 0 || !RecordType.CanBeStored(Record.Type)))
            ? this
            : throw new FormatException("a change without data");

    /// <summary>Applies the change. The zone's own name servers stay, and an alias has no other records at its name (§3.4.2).</summary>
    public void Apply(List<ZoneRecord> records, string apex)
    {
        switch (Class)
        {
            case RecordClass.Any:
                var isAll = Record.Type == RecordType.Any;
                records.RemoveAll(old => !IsKept(old) && (isAll ? old.Owner == Record.Owner : old.IsInSetOf(Record)));
                break;
            case RecordClass.None:
                records.RemoveAll(old => !IsKept(old) && old.IsSameAs(Record));
                break;
            default:
                Add(records);
                break;
        }

        bool IsKept(ZoneRecord old) => old.Owner == apex && old.Type == RecordType.Ns;
    }

    private void Add(List<ZoneRecord> records)
    {
        var isAlias = Record.Type == RecordType.CName;
        if (records.Exists(old => old.Owner == Record.Owner && (old.Type == RecordType.CName) != isAlias))
        {
            return;
        }

        records.RemoveAll(old => isAlias ? old.IsInSetOf(Record) : old.IsSameAs(Record));
        records.Add(Record);
    }
}
