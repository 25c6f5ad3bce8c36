using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Dns;

/// <summary>
/// The zone that the emulator's name server serves, in memory; safe to use while questions come. It knows aliases and wildcards, but
/// neither sub-zones nor signatures.
/// </summary>
public sealed class DnsZone : INameLookup
{
    /// <summary>As a message would hold them: no run of updates fills the memory.</summary>
    private const int MostOctets = 1 << 20;
    private const int MostAliases = 8;

    private static readonly string[] Needed = ["@ NS ns1", "ns1 A 127.0.0.1"];

    private readonly Lock _gate = new();
    private List<ZoneRecord> _records = [];
    private uint _serial = 1;

    /// <exception cref="FormatException">The zone's name, or a record, is none.</exception>
    internal DnsZone(DnsSeed seed)
    {
        Apex = ZoneLine.FullName(seed.Zone.TrimEnd('.') + '.', "");
        if (Apex.Length == 0)
        {
            throw new FormatException("the zone needs a name");
        }
        _records.AddRange(seed.Records.Select(line => ZoneLine.Parse(line, Apex)));
        foreach (var needed in Needed.Select(line => ZoneLine.Parse(line, Apex)))
        {
            if (!_records.Exists(needed.IsOfTheSetOf))
            {
                _records.Add(needed);
            }
        }
    }

    /// <summary>The zone's name, without a dot at the end.</summary>
    public string Apex { get; }

    internal ZoneRecord Soa => new(Apex, RecordType.Soa, 300, new WireWriter()
        .Name("ns1." + Apex).Name("hostmaster." + Apex).Long(_serial).Long(3600).Long(600).Long(86400).Long(300).ToArray());

    /// <summary>Puts a record in the place of all of the same name and type; as a zone file has it.</summary>
    /// <exception cref="FormatException">The line is no record.</exception>
    public void Replace(string line)
    {
        var record = ZoneLine.Parse(line, Apex);
        Change(records =>
        {
            records.RemoveAll(record.IsOfTheSetOf);
            records.Add(record);
            return ResponseCode.Good;
        });
    }

    /// <summary>The zone as it is now: planted again, it gives the same zone.</summary>
    internal DnsSeed ToSeed()
    {
        lock (_gate)
        {
            return new DnsSeed { Zone = Apex, Records = [.. _records.Select(record => ZoneLine.Write(record, Apex))] };
        }
    }

    internal bool Holds(string name) => name == Apex || name.EndsWith("." + Apex, StringComparison.Ordinal);

    /// <summary>Whether there can be such a record here; a name server below the zone's own name would begin a sub-zone.</summary>
    internal bool CanStore(ZoneRecord record) => RecordType.CanBeStored(record.Type) && (record.Type != RecordType.Ns || record.Owner == Apex);

    /// <summary>Looks for records, as RFC 1034 §4.3.2 says.</summary>
    internal DnsFinding Find(string name, ushort type)
    {
        lock (_gate)
        {
            var found = new List<ZoneRecord>();
            for (var hops = 0; hops < MostAliases && Holds(name); hops++)
            {
                if (At(name) is not { } there)
                {
                    return new DnsFinding(found, NameExists: false, IsWhole: false);
                }
                var fitting = there.FindAll(record => record.Type == type || type == RecordType.Any);
                found.AddRange(fitting);
                if (fitting.Count > 0 || there.Find(record => record.Type == RecordType.CName) is not { } alias)
                {
                    return new DnsFinding(found, NameExists: true, fitting.Count > 0);
                }
                found.Add(alias);
                name = alias.Target;
            }
            return new DnsFinding(found, NameExists: true, IsWhole: true);
        }
    }

    DnsFinding INameLookup.Find(string name, ushort type) =>
        Holds(name) ? Find(name, type) : new DnsFinding([], NameExists: false, IsWhole: false);

    /// <summary>Changes all records at once, or none.</summary>
    /// <param name="change">Changes a copy, and says whether that counts.</param>
    /// <returns>What <paramref name="change"/> said, or <see cref="ResponseCode.Refused"/> when the zone would become too large.</returns>
    internal int Change(Func<List<ZoneRecord>, int> change)
    {
        lock (_gate)
        {
            var next = new List<ZoneRecord>(_records);
            var code = change(next);
            if (code != ResponseCode.Good || next.Sum(record => record.Size) > MostOctets)
            {
                return code == ResponseCode.Good ? ResponseCode.Refused : code;
            }
            _records = next;
            _serial++;
            return ResponseCode.Good;
        }
    }

    // Null when there is nothing at, or below, the name, and no wildcard stands for it.
    private List<ZoneRecord>? At(string name)
    {
        var there = _records.FindAll(record => record.Owner == name);
        if (name == Apex)
        {
            there.Insert(0, Soa);
        }
        if (there.Count > 0 || IsAbove(name))
        {
            return there;
        }
        var parent = name;
        do
        {
            parent = parent[(parent.IndexOf('.', StringComparison.Ordinal) + 1)..];
        }
        while (parent != Apex && !_records.Exists(record => record.Owner == parent) && !IsAbove(parent));
        var standing = _records.FindAll(record => record.Owner == "*." + parent);
        return standing.Count > 0 ? standing.ConvertAll(record => record with { Owner = name }) : null;
    }

    private bool IsAbove(string name) => _records.Exists(record => record.Owner.EndsWith("." + name, StringComparison.Ordinal));
}
