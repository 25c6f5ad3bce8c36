namespace RocketChat.Emulator.Dns;

/// <summary>The answer to a message, whose id, operation and wish for recursion it repeats.</summary>
internal sealed record DnsReply(byte[] To, int Code)
{
    /// <summary>The question as it came; empty when none is repeated.</summary>
    public byte[] Question { get; init; } = [];

    public IReadOnlyList<ZoneRecord> Answers { get; init; } = [];

    public IReadOnlyList<ZoneRecord> Authorities { get; init; } = [];

    public bool IsAuthoritative { get; init; }

    public bool IsTruncated { get; init; }

    /// <summary>Whether the client speaks EDNS (RFC 6891).</summary>
    public bool IsExtended { get; init; }

    public byte[] ToArray()
    {
        var writer = new WireWriter()
            .Bytes(To[..2])
            .Short(0x8000 | ((To[2] & 0x79) << 8) | (IsAuthoritative ? 0x0400 : 0) | (IsTruncated ? 0x0200 : 0) | Code)
            .Short(Question.Length > 0 ? 1 : 0).Short(Answers.Count).Short(Authorities.Count).Short(IsExtended ? 1 : 0)
            .Bytes(Question);
        foreach (var record in Answers.Concat(Authorities))
        {
            writer.Record(record);
        }
        return IsExtended ? writer.Extension().ToArray() : writer.ToArray();
    }
}
