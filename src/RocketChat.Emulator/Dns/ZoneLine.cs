using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace RocketChat.Emulator.Dns;

/// <summary>Reads a record as a zone file has it: <c>chat 300 IN A 127.0.0.1</c>; TTL and class may be left out.</summary>
internal static partial class ZoneLine
{
    private const uint UsualTtl = 300;

    /// <exception cref="FormatException">The line is no record of a known type.</exception>
    public static ZoneRecord Parse(string line, string apex)
    {
        var words = Words().Matches(line).Select(match => match.Value).ToList();
        if (words.Count < 3)
        {
            throw new FormatException($"'{line}' is no record: write NAME TYPE DATA");
        }
        var owner = FullName(words[0], apex);
        words.RemoveAt(0);
        var ttl = UsualTtl;
        if (uint.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var given))
        {
            ttl = given;
            words.RemoveAt(0);
        }
        if (words[0] == "IN")
        {
            words.RemoveAt(0);
        }
        try
        {
            var (type, data) = Data(words[0], [.. words.Skip(1)], apex);
            return new ZoneRecord(owner, type, ttl, data);
        }
        catch (Exception mistake) when (mistake is FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new FormatException($"'{line}' is no record: {mistake.Message}", mistake);
        }
    }

    public static string FullName(string name, string apex) =>
        (name == "@" ? apex : name.EndsWith('.') ? name.TrimEnd('.') : $"{name}.{apex}").ToLowerInvariant();

    private static (ushort Type, byte[] Data) Data(string type, string[] words, string apex) => type switch
    {
        "A" => (RecordType.A, IPAddress.Parse(words[0]).GetAddressBytes()),
        "AAAA" => (RecordType.Aaaa, IPAddress.Parse(words[0]).GetAddressBytes()),
        "NS" => (RecordType.Ns, new WireWriter().Name(FullName(words[0], apex)).ToArray()),
        "CNAME" => (RecordType.CName, new WireWriter().Name(FullName(words[0], apex)).ToArray()),
        "SRV" => (RecordType.Srv, new WireWriter().Short(Whole(words[0])).Short(Whole(words[1])).Short(Whole(words[2])).Name(FullName(words[3], apex)).ToArray()),
        "TXT" => (RecordType.Txt, words.Aggregate(new WireWriter(), (writer, word) => writer.Text(word.Trim('"'))).ToArray()),
        _ => throw new FormatException($"the type {type} is not known here"),
    };

    private static ushort Whole(string word) => ushort.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Words();
}
