namespace NameServers;

/// <summary>Reads questions and writes answers (RFC 1035 §4, RFC 6891).</summary>
internal static class Message
{
    private const int HeaderLength = 12;
    private const int UdpSizeWithoutExtension = 512;
    private const ushort Opt = 41;
    private const int Ttl = 300;

    public static Question Read(byte[] message, bool isTcp)
    {
        var end = EndOfQuestion(message);
        var hasOpt = Wire.ReadShort(message, 10) > 0 && message.Length >= end + 11 && Wire.ReadShort(message, end + 1) == Opt;
        return new Question(
            Wire.ReadName(message, HeaderLength).ToLowerInvariant(),
            (ushort)Wire.ReadShort(message, end - 4),
            (message[2] & 1) == 1,
            hasOpt ? Wire.ReadShort(message, end + 3) : UdpSizeWithoutExtension,
            isTcp);
    }

    public static byte[] Write(byte[] request, Question question, Answer answer)
    {
        var whole = Write(request, answer, answer.IsCutOff);
        return question.IsTcp || whole.Length <= question.UdpSize ? whole : Write(request, answer with { Answers = [], Authorities = [], Additionals = [] }, isCutOff: true);
    }

    private static byte[] Write(byte[] request, Answer answer, bool isCutOff)
    {
        var end = EndOfQuestion(request);
        var flags = 0x8000 | (answer.IsAuthoritative ? 0x0400 : 0) | (isCutOff ? 0x0200 : 0) | ((request[2] & 1) << 8) | (answer.RecursionAvailable ? 0x0080 : 0) | answer.Code;
        return
        [
            request[0], request[1],
            .. Wire.Short(flags),
            .. Wire.Short(1),
            .. Wire.Short(answer.Answers.Count),
            .. Wire.Short(answer.Authorities.Count),
            .. Wire.Short(answer.Additionals.Count),
            .. request[HeaderLength..end],
            .. answer.Answers.Concat(answer.Authorities).Concat(answer.Additionals).SelectMany(Write),
        ];
    }

    private static IEnumerable<byte> Write(ZoneRecord record) =>
        [.. Wire.Name(record.Owner), .. Wire.Short(record.Type), .. Wire.Short(1), .. Wire.Long(Ttl), .. Wire.Short(record.Data.Length), .. record.Data];

    private static int EndOfQuestion(byte[] message)
    {
        var offset = HeaderLength;
        while (message[offset] != 0)
        {
            offset += message[offset] + 1;
        }

        return offset + 5;
    }
}
