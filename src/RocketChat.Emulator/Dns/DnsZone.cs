using System.Text;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Dns;

/// <summary>The zone that the emulator's name server serves, in memory; safe to use while questions come.</summary>
public sealed class DnsZone
{
    private readonly Lock _gate = new();
    private readonly List<ZoneRecord> _records = [];
    private uint _serial = 1;

    internal DnsZone(DnsSeed seed)
    {
        Apex = seed.Zone.TrimEnd('.').ToLowerInvariant();
        try
        {
            _records.Add(new ZoneRecord(Apex, RecordType.Ns, 300, new WireWriter().Name("ns1." + Apex).ToArray()));
            _records.Add(ZoneLine.Parse("ns1 A 127.0.0.1", Apex));
            _records.AddRange(seed.Records.Select(line => ZoneLine.Parse(line, Apex)));
        }
        catch (FormatException mistake)
        {
            throw new SeedException($"dns.records: {mistake.Message}", mistake);
        }
    }

    /// <summary>The zone's name, without a dot at the end.</summary>
    public string Apex { get; }

    /// <summary>Puts a record in the place of all of the same name and type; as a zone file has it.</summary>
    public void Replace(string line)
    {
        var record = ZoneLine.Parse(line, Apex);
        Change(records =>
        {
            records.RemoveAll(old => old.Owner == record.Owner && old.Type == record.Type);
            records.Add(record);
        });
    }

    internal ZoneRecord Soa => new(Apex, RecordType.Soa, 300, new WireWriter()
        .Name("ns1." + Apex).Name("hostmaster." + Apex).Long(_serial).Long(3600).Long(600).Long(86400).Long(300).ToArray());

    internal bool Holds(string name) => name == Apex || name.EndsWith("." + Apex, StringComparison.Ordinal);

    /// <summary>Whether there is anything at or below a name.</summary>
    internal bool Exists(string name)
    {
        lock (_gate)
        {
            return name == Apex || _records.Exists(record => record.Owner == name || record.Owner.EndsWith("." + name, StringComparison.Ordinal));
        }
    }

    internal IReadOnlyList<ZoneRecord> Find(string name, ushort type)
    {
        lock (_gate)
        {
            var there = _records.Where(record => record.Owner == name).ToArray();
            var found = there.Where(record => record.Type == type || type == RecordType.Any).ToArray();
            return name == Apex && type is RecordType.Soa or RecordType.Any ? [Soa, .. found] : found.Length > 0 ? found : [.. there.Where(record => record.Type == RecordType.CName)];
        }
    }

    /// <summary>The first SRV record at a name: priority, weight, port, target.</summary>
    internal (ushort Priority, ushort Weight, ushort Port, string Target)? Srv(string name)
    {
        if (Find(name, RecordType.Srv) is not [var record, ..] || record.Type != RecordType.Srv)
        {
            return null;
        }
        var reader = new WireReader(record.Data);
        return (reader.Short(), reader.Short(), reader.Short(), reader.Name());
    }

    /// <summary>The first TXT record at a name, its strings joined.</summary>
    internal string? Txt(string name)
    {
        if (Find(name, RecordType.Txt) is not [var record, ..] || record.Type != RecordType.Txt)
        {
            return null;
        }
        var text = new StringBuilder();
        for (var at = 0; at < record.Data.Length; at += record.Data[at] + 1)
        {
            text.Append(Encoding.UTF8.GetString(record.Data, at + 1, record.Data[at]));
        }
        return text.ToString();
    }

    internal void Change(Action<List<ZoneRecord>> change)
    {
        lock (_gate)
        {
            change(_records);
            _serial++;
        }
    }
}
