namespace RocketChat.Emulator.Dns;

/// <summary>
/// A zone in memory, safe to use while queries and updates arrive. Has aliases, wildcards and delegations, but no signatures.
/// </summary>
public sealed class DnsZone : INameLookup
{
    // The size in a message: no series of updates can exhaust the memory.
    private const int MaxOctets = 1 << 20;

    private static readonly string[] OwnNameServer = ["@ NS ns1", "ns1 A 127.0.0.1"];

    private readonly Lock _lock = new();
    private List<ZoneRecord> _records;
    private uint _serial = 1;

    /// <summary>Creates a zone with these records.</summary>
    /// <param name="apex">The zone's name.</param>
    /// <param name="lines">The records but the SOA, one line of a zone file each.</param>
    /// <exception cref="FormatException">The name or a line is not valid.</exception>
    public DnsZone(string apex, IEnumerable<string> lines)
    {
        Apex = ZoneLine.FullName(apex.TrimEnd('.') + '.', "");
        if (Apex.Length == 0)
        {
            throw new FormatException("the zone needs a name");
        }

        _records = [.. lines.Select(line => ZoneLine.Parse(line, Apex))];
    }

    /// <summary>The zone's name, without a trailing dot.</summary>
    public string Apex { get; }

    /// <summary>The records but the SOA, one line of a zone file each.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _records.Select(record => ZoneLine.Write(record, Apex))];
            }
        }
    }

    internal ZoneRecord Soa => new(Apex, RecordType.Soa, 300, new WireWriter()
        .Name("ns1." + Apex).Name("hostmaster." + Apex).Long(_serial).Long(3600).Long(600).Long(86400).Long(300).ToArray());

    /// <summary>Creates a zone that the emulator serves: without zones below it, and with the emulator as its name server.</summary>
    /// <exception cref="FormatException">The name or a line is not valid.</exception>
    internal static DnsZone WithOwnNameServer(string apex, IEnumerable<string> lines)
    {
        var zone = new DnsZone(apex, []);
        zone._records.AddRange(lines.Select(zone.Parse));
        foreach (var needed in OwnNameServer.Select(zone.Parse))
        {
            if (!zone._records.Exists(needed.IsInSetOf))
            {
                zone._records.Add(needed);
            }
        }

        return zone;
    }

    /// <summary>Replaces all records of the same name and type by this one.</summary>
    /// <param name="line">The record as a line of a zone file.</param>
    /// <exception cref="FormatException">The line is not a record.</exception>
    public void Replace(string line)
    {
        var record = Parse(line);
        Change(records =>
        {
            records.RemoveAll(record.IsInSetOf);
            records.Add(record);
            return ResponseCode.NoError;
        });
    }

    internal bool Contains(string name) => name == Apex || name.EndsWith("." + Apex, StringComparison.Ordinal);

    /// <summary>Whether an update can add the record; a name server below the apex would begin another zone.</summary>
    internal bool CanStore(ZoneRecord record) =>
        RecordType.CanBeStored(record.Type) && (record.Type != RecordType.Ns || record.Owner == Apex);

    /// <summary>The records at the name, or those of a wildcard for it; null when the name does not exist.</summary>
    internal List<ZoneRecord>? At(string name)
    {
        lock (_lock)
        {
            var records = _records.FindAll(record => record.Owner == name);
            if (name == Apex)
            {
                records.Insert(0, Soa);
            }

            if (records.Count > 0 || HasNamesBelow(name))
            {
                return records;
            }

            // The wildcard below the closest name that exists (RFC 4592).
            var parent = name;
            do
            {
                parent = parent[(parent.IndexOf('.', StringComparison.Ordinal) + 1)..];
            }
            while (parent != Apex && !_records.Exists(record => record.Owner == parent) && !HasNamesBelow(parent));
            var wildcard = _records.FindAll(record => record.Owner == "*." + parent);
            return wildcard.Count > 0 ? wildcard.ConvertAll(record => record with { Owner = name }) : null;
        }
    }

    /// <summary>The NS records that delegate the name to another zone, those closest to the apex; empty if none does.</summary>
    internal IReadOnlyList<ZoneRecord> DelegationOf(string name)
    {
        lock (_lock)
        {
            var delegations = _records.Where(record => record.Type == RecordType.Ns
                && record.Owner != Apex
                && $".{name}".EndsWith($".{record.Owner}", StringComparison.Ordinal));
            return delegations.GroupBy(record => record.Owner).MinBy(records => records.Key.Length)?.ToArray() ?? [];
        }
    }

    DnsLookupResult INameLookup.Find(string name, ushort type)
    {
        var question = new DnsQuestion(name, type, RecursionDesired: false, UdpSize: 0, IsTcp: true);
        var answer = ZoneAnswers.Authoritative(question, this);
        return new DnsLookupResult(answer.Answers, NameExists: answer.Code == ResponseCode.NoError);
    }

    /// <summary>Changes all records at once, or none.</summary>
    /// <param name="change">Changes a copy; any code but <see cref="ResponseCode.NoError"/> discards it.</param>
    /// <returns>The code of <paramref name="change"/>, or <see cref="ResponseCode.Refused"/> if the zone would be too large.</returns>
    internal int Change(Func<List<ZoneRecord>, int> change)
    {
        lock (_lock)
        {
            var next = new List<ZoneRecord>(_records);
            var code = change(next);
            if (code != ResponseCode.NoError || next.Sum(record => record.Size) > MaxOctets)
            {
                return code == ResponseCode.NoError ? ResponseCode.Refused : code;
            }

            _records = next;
            _serial++;
            return ResponseCode.NoError;
        }
    }

    private ZoneRecord Parse(string line)
    {
        var record = ZoneLine.Parse(line, Apex);
        return CanStore(record) ? record : throw new FormatException($"'{line}' is not a record: sub-zones are not served here");
    }

    private bool HasNamesBelow(string name) => _records.Exists(record => record.Owner.EndsWith("." + name, StringComparison.Ordinal));
}
