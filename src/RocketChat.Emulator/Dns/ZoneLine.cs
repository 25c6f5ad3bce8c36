using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace RocketChat.Emulator.Dns;

/// <summary>A record as a line of a zone file: <c>chat 300 IN A 127.0.0.1</c>, with or without TTL and class.</summary>
internal static partial class ZoneLine
{
    private const uint DefaultTtl = 300;

    /// <exception cref="FormatException">The line is not a record of a known type.</exception>
    public static ZoneRecord Parse(string line, string apex)
    {
        var tokens = new Queue<string>(Tokens().Matches(line).Select(match => match.Value));
        try
        {
            var owner = FullName(tokens.Dequeue(), apex);
            var ttl = DefaultTtl;
            if (uint.TryParse(tokens.Peek(), NumberStyles.None, CultureInfo.InvariantCulture, out var given))
            {
                ttl = given;
                tokens.Dequeue();
            }

            if (tokens.Peek() == "IN")
            {
                tokens.Dequeue();
            }

            var (type, data) = Data(tokens.Dequeue(), tokens, apex);
            return tokens.TryPeek(out var more) ? throw new FormatException($"'{more}' is extra")
                : $".{owner}".EndsWith($".{apex}", StringComparison.Ordinal) ? new ZoneRecord(owner, type, ttl, data)
                : throw new FormatException($"'{owner}' is not in the zone");
        }
        catch (Exception mistake) when (mistake is FormatException or OverflowException)
        {
            throw new FormatException($"'{line}' is not a record: {mistake.Message}", mistake);
        }
        catch (InvalidOperationException missing)
        {
            throw new FormatException($"'{line}' is not a record: write NAME TYPE DATA", missing);
        }
    }

    /// <summary>The line from which <see cref="Parse"/> reads this record.</summary>
    public static string Write(ZoneRecord record, string apex)
    {
        var owner = record.Owner == apex ? "@" : record.Owner[..^(apex.Length + 1)];
        var reader = new WireReader(record.Data);
        var (type, data) = record.Type switch
        {
            RecordType.A => ("A", new IPAddress(record.Data).ToString()),
            RecordType.Aaaa => ("AAAA", new IPAddress(record.Data).ToString()),
            RecordType.Ns => ("NS", $"{reader.Name()}."),
            RecordType.CName => ("CNAME", $"{reader.Name()}."),
            RecordType.Srv => ("SRV", $"{reader.Short()} {reader.Short()} {reader.Short()} {reader.Name()}."),
            _ => ("TXT", string.Join(' ', RecordData.Strings(record.Data).Select(CharacterString.Write))),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{owner} {record.Ttl} {type} {data}");
    }

    /// <exception cref="FormatException">The text is not a name.</exception>
    public static string FullName(string name, string apex)
    {
        var full = (name == "@" ? apex : name.EndsWith('.') ? name[..^1] : $"{name}.{apex}").ToLowerInvariant();
        return new WireReader(new WireWriter().Name(full).ToArray()).Name();
    }

    private static (ushort Type, byte[] Data) Data(string type, Queue<string> tokens, string apex) => type switch
    {
        "A" => (RecordType.A, Address(tokens.Dequeue(), AddressFamily.InterNetwork)),
        "AAAA" => (RecordType.Aaaa, Address(tokens.Dequeue(), AddressFamily.InterNetworkV6)),
        "NS" => (RecordType.Ns, Name(tokens, apex).ToArray()),
        "CNAME" => (RecordType.CName, Name(tokens, apex).ToArray()),
        "SRV" => (RecordType.Srv, new WireWriter()
            .Short(Integer(tokens.Dequeue())).Short(Integer(tokens.Dequeue())).Short(Integer(tokens.Dequeue()))
            .Bytes(Name(tokens, apex).ToArray()).ToArray()),
        "TXT" => (RecordType.Txt, Strings(tokens)),
        _ => throw new FormatException($"the type {type} is not known here"),
    };

    private static byte[] Strings(Queue<string> tokens)
    {
        var writer = new WireWriter();
        do
        {
            writer.Text(CharacterString.Read(tokens.Dequeue()));
        }
        while (tokens.Count > 0);

        return writer.ToArray();
    }

    private static WireWriter Name(Queue<string> tokens, string apex) => new WireWriter().Name(FullName(tokens.Dequeue(), apex));

    private static byte[] Address(string token, AddressFamily family) =>
        IPAddress.TryParse(token, out var address) && address.AddressFamily == family
            ? address.GetAddressBytes()
            : throw new FormatException($"'{token}' is not an address of this type");

    private static ushort Integer(string token) => ushort.Parse(token, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"|\S+
        """)]
    private static partial Regex Tokens();
}
