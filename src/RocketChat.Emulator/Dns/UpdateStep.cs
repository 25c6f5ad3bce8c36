namespace RocketChat.Emulator.Dns;

/// <summary>One record of an update: what must be so before (RFC 2136 §2.4), or what shall be done (§2.5).</summary>
internal sealed record UpdateStep(ushort Class, ZoneRecord Record)
{
    /// <exception cref="FormatException">No such step can be.</exception>
    public static UpdateStep Read(WireReader reader)
    {
        var owner = reader.Name();
        var (type, kind) = (reader.Short(), reader.Short());
        var ttl = reader.Long();
        int length = reader.Short();
        if (kind is not (RecordClass.Internet or RecordClass.None or RecordClass.Any)
            || (kind == RecordClass.Any && length > 0)
            || (kind != RecordClass.Internet && ttl != 0)
            || (RecordType.IsMeta(type) && type != RecordType.Any))
        {
            throw new FormatException("a step that no update has");
        }
        return new UpdateStep(kind, new ZoneRecord(owner, type, ttl, length == 0 ? [] : RecordData.Read(reader, type, length)));
    }

    /// <exception cref="FormatException">The step cannot be among those that change something.</exception>
    public UpdateStep Checked() =>
        Class == RecordClass.Any || (Record.Type != RecordType.Any && (Record.Data.Length > 0 || !RecordType.CanBeStored(Record.Type)))
            ? this
            : throw new FormatException("a change without data");

    /// <summary>Changes the records. The zone's own name servers stay, and an alias has no other records beside it (§3.4.2).</summary>
    public void Do(List<ZoneRecord> records, string apex)
    {
        switch (Class)
        {
            case RecordClass.Any:
                records.RemoveAll(old => !IsKept(old) && (old.IsOfTheSetOf(Record) || (old.Owner == Record.Owner && Record.Type == RecordType.Any)));
                break;
            case RecordClass.None:
                records.RemoveAll(old => !IsKept(old) && old.SaysTheSameAs(Record));
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
        records.RemoveAll(old => isAlias ? old.IsOfTheSetOf(Record) : old.SaysTheSameAs(Record));
        records.Add(Record);
    }
}
