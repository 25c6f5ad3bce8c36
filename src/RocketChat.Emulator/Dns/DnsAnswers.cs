namespace RocketChat.Emulator.Dns;

/// <summary>Answers questions (RFC 1035, with EDNS) and updates (RFC 2136, unsigned) for one zone.</summary>
internal sealed class DnsAnswers(Func<DnsZone> zones)
{
    private const int HeadSize = 12;
    private const int ClassicSize = 512;
    private const int Query = 0;
    private const int Update = 5;
    private const int IsResponse = 0x80;

    /// <returns>The answer; null for what is no question.</returns>
    public byte[]? Answer(byte[] message, bool overUdp)
    {
        if (message.Length < HeadSize || (message[2] & IsResponse) != 0)
        {
            return null;
        }
        try
        {
            return ((message[2] >> 3) & 0xF) switch
            {
                Query => AnswerQuery(message, zones(), overUdp),
                Update => new DnsReply(message, DnsUpdate.Apply(message, zones())).ToArray(),
                _ => new DnsReply(message, ResponseCode.NotImplemented).ToArray(),
            };
        }
        catch (FormatException)
        {
            return new DnsReply(message, ResponseCode.FormatError).ToArray();
        }
    }

    private static byte[] AnswerQuery(byte[] message, DnsZone zone, bool overUdp)
    {
        var reader = new WireReader(message) { Position = 4 };
        var (questions, answers, authorities, additionals) = (reader.Short(), reader.Short(), reader.Short(), reader.Short());
        if (questions != 1 || answers > 0 || authorities > 0)
        {
            throw new FormatException("one question at a time");
        }
        var (name, type, kind) = (reader.Name(), reader.Short(), reader.Short());
        var question = message[HeadSize..reader.Position];
        var size = reader.Additionals(additionals).Size;
        var reply = new DnsReply(message, ResponseCode.Good) { Question = question, IsExtended = size is not null };
        if (!zone.Holds(name) || kind is not (RecordClass.Internet or RecordClass.Any))
        {
            return (reply with { Code = ResponseCode.Refused }).ToArray();
        }
        if (RecordType.IsMeta(type) && type != RecordType.Any)
        {
            return (reply with { Code = ResponseCode.NotImplemented }).ToArray();
        }
        var found = zone.Find(name, type);
        reply = reply with
        {
            Code = found.NameExists ? ResponseCode.Good : ResponseCode.NoSuchName,
            IsAuthoritative = true,
            Answers = found.Records,
            Authorities = found.IsWhole ? [] : [zone.Soa],
        };
        var whole = reply.ToArray();
        return whole.Length <= (overUdp ? Math.Clamp(size ?? 0, ClassicSize, WireWriter.LargestDatagram) : ushort.MaxValue)
            ? whole
            : (reply with { Answers = [], Authorities = [], IsTruncated = true }).ToArray();
    }
}
