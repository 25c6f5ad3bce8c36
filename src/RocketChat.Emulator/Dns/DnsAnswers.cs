namespace RocketChat.Emulator.Dns;

/// <summary>Answers questions (RFC 1035, with EDNS) and updates (RFC 2136, unsigned) for one zone.</summary>
internal sealed class DnsAnswers(Func<DnsZone> zones)
{
    private const int ClassicSize = 512;
    private const int FormatError = 1;
    private const int NoSuchName = 3;
    private const int NotImplemented = 4;
    private const int Refused = 5;
    private const int NotZone = 10;
    private const int Update = 5;

    private DnsZone Zone => zones();

    /// <returns>The answer; null for what is no question.</returns>
    public byte[]? Answer(byte[] message, bool overUdp)
    {
        if (message.Length < 12 || (message[2] & 0x80) != 0)
        {
            return null;
        }
        var opcode = (message[2] >> 3) & 0xF;
        try
        {
            return opcode switch
            {
                0 => Query(message, overUdp),
                Update => Head(message, Apply(message)).ToArray(),
                _ => Head(message, NotImplemented).ToArray(),
            };
        }
        catch (FormatException)
        {
            return Head(message, FormatError).ToArray();
        }
    }

    private byte[] Query(byte[] message, bool overUdp)
    {
        var reader = new WireReader(message) { Position = 4 };
        var counts = (Questions: reader.Short(), Answers: reader.Short(), Authorities: reader.Short(), Additionals: reader.Short());
        if (counts.Questions != 1 || counts.Answers + counts.Authorities > 0)
        {
            return Head(message, FormatError).ToArray();
        }
        var start = reader.Position;
        var name = reader.Name();
        var type = reader.Short();
        reader.Short();
        var question = message[start..reader.Position];
        int? size = counts.Additionals > 0 ? ExtendedSize(reader) : null;
        if (!Zone.Holds(name))
        {
            return Whole(message, Refused, question, [], [], size);
        }
        var found = Zone.Find(name, type);
        IReadOnlyList<ZoneRecord> authority = found.Count > 0 ? [] : [Zone.Soa];
        var answer = Whole(message, found.Count == 0 && !Zone.Exists(name) ? NoSuchName : 0, question, found, authority, size);
        if (overUdp && answer.Length > Math.Max(size ?? 0, ClassicSize))
        {
            answer = Whole(message, 0, question, [], [], size);
            answer[2] |= 0x02;
        }
        return answer;
    }

    // The first additional record, if it is EDNS: name, type, and the size in the place of the class.
    private static int? ExtendedSize(WireReader reader)
    {
        reader.Name();
        return reader.Short() == RecordType.Opt ? reader.Short() : null;
    }

    private int Apply(byte[] message)
    {
        var reader = new WireReader(message) { Position = 4 };
        var (zones, prerequisites, updates) = (reader.Short(), reader.Short(), reader.Short());
        reader.Short();
        var apex = zones == 1 ? reader.Name() : throw new FormatException("an update is for one zone");
        reader.Position += 4;
        if (apex != Zone.Apex)
        {
            return NotZone;
        }
        if (prerequisites > 0)
        {
            return NotImplemented;
        }
        var steps = Enumerable.Range(0, updates).Select(_ => UpdateStep.Read(reader)).ToArray();
        if (!Array.TrueForAll(steps, step => Zone.Holds(step.Record.Owner)))
        {
            return NotZone;
        }
        Zone.Change(records => Array.ForEach(steps, step => step.Do(records)));
        return 0;
    }

    private static WireWriter Head(byte[] message, int code, int questions = 0, int answers = 0, int authorities = 0, int additionals = 0) => new WireWriter()
        .Bytes(message[..2])
        .Short(0x8400 | ((message[2] & 0x79) << 8) | code)
        .Short(questions).Short(answers).Short(authorities).Short(additionals);

    private static byte[] Whole(byte[] message, int code, byte[] question, IReadOnlyList<ZoneRecord> answers, IReadOnlyList<ZoneRecord> authorities, int? size)
    {
        var writer = Head(message, code, 1, answers.Count, authorities.Count, size is null ? 0 : 1).Bytes(question);
        foreach (var record in answers.Concat(authorities))
        {
            writer.Record(record);
        }
        if (size is not null)
        {
            writer.Name("").Short(RecordType.Opt).Short(1232).Long(0).Short(0);
        }
        return writer.ToArray();
    }
}
