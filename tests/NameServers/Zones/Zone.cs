using System.Globalization;
using System.Net;
using System.Text;

namespace NameServers;

/// <summary>
/// A zone, read from the lines of a zone file: <c>owner [ttl] [IN] type data</c>, one record a line. Names without a dot at the end are
/// relative to the zone, as in real zone files; <c>@</c> is the zone itself.
/// </summary>
public sealed class Zone
{
    private readonly Dictionary<string, List<ZoneRecord>> _records = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public Zone(string apex, string lines)
    {
        Apex = apex;
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Add(Tokens(line));
        }

        if (At(apex).All(r => r.Type != RecordType.Soa))
        {
            Add(["@", "SOA", "ns1", "hostmaster", "1", "3600", "600", "86400", "300"]);
        }
    }

    public string Apex { get; }

    public IReadOnlyList<ZoneRecord> At(string name) => _records.TryGetValue(name, out var records) ? records : [];

    /// <summary>Whether there is something at the name or below it.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>The records at a name, a wildcard's if there is nothing; null when nothing answers for the name.</summary>
    public IReadOnlyList<ZoneRecord>? Covering(string name)
    {
        if (Has(name))
        {
            return At(name);
        }

        // RFC 4592: the wildcard below the closest name that exists.
        var encloser = name;
        while (encloser != Apex && !Has(encloser))
        {
            encloser = encloser[(encloser.IndexOf('.', StringComparison.Ordinal) + 1)..];
        }

        return At("*." + encloser) is { Count: > 0 } wild ? [.. wild.Select(r => r with { Owner = name })] : null;
    }

    /// <summary>The NS records between the name and the apex, nearest to the apex, if the name is delegated away.</summary>
    public IReadOnlyList<ZoneRecord> DelegationOf(string name)
    {
        var labels = name.Split('.');
        for (var i = labels.Length - Apex.Split('.').Length - 1; i >= 0; i--)
        {
            var ns = At(string.Join('.', labels[i..])).Where(r => r.Type == RecordType.Ns).ToArray();
            if (ns.Length > 0)
            {
                return ns;
            }
        }

        return [];
    }

    private static string[] Tokens(string line)
    {
        var tokens = new List<string>();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == ' ')
            {
                continue;
            }

            var token = new StringBuilder();
            if (line[i] == '"')
            {
                token.Append('"');
                for (i++; line[i] != '"'; i++)
                {
                    i += line[i] == '\\' ? 1 : 0;
                    token.Append(line[i]);
                }
            }
            else
            {
                for (; i < line.Length && line[i] != ' '; i++)
                {
                    token.Append(line[i]);
                }
            }

            tokens.Add(token.ToString());
        }

        return [.. tokens];
    }

    private void Add(string[] tokens)
    {
        var rest = tokens.Skip(1).SkipWhile(t => t == "IN" || t.All(char.IsAsciiDigit)).ToArray();
        var owner = Full(tokens[0]);
        var record = new ZoneRecord(owner.ToLowerInvariant(), RecordType.Parse(rest[0]), Data(rest[0], rest[1..]));
        if (!_records.TryGetValue(record.Owner, out var records))
        {
            _records[record.Owner] = records = [];
        }

        records.Add(record);
        for (var name = record.Owner; name.Length >= Apex.Length; name = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            _names.Add(name);
            if (name == Apex)
            {
                break;
            }
        }
    }

    private byte[] Data(string type, string[] data) => type switch
    {
        "A" or "AAAA" => IPAddress.Parse(data[0]).GetAddressBytes(),
        "NS" or "CNAME" => Wire.Name(Full(data[0])),
        "SRV" => [.. data[..3].SelectMany(n => Wire.Short(Number(n))), .. Wire.Name(Full(data[3]))],
        "TXT" => [.. data.SelectMany(t => Wire.Text(Encoding.UTF8.GetBytes(t.StartsWith('"') ? t[1..] : t)))],
        _ => [.. Wire.Name(Full(data[0])), .. Wire.Name(Full(data[1])), .. data[2..].SelectMany(n => Wire.Long(Number(n)))],
    };

    private string Full(string name) => name == "@" ? Apex : name.EndsWith('.') ? name[..^1] : $"{name}.{Apex}";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
