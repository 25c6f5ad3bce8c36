namespace RocketChat.Emulator.Dns;

/// <summary>The answer to a query.</summary>
public sealed record DnsAnswer
{
    /// <summary>The server failed.</summary>
    public static DnsAnswer ServFail { get; } = new() { Code = ResponseCode.ServFail };

    /// <summary>The server refuses the query.</summary>
    public static DnsAnswer Refused { get; } = new() { Code = ResponseCode.Refused };

    /// <summary>The response code, of <see cref="ResponseCode"/>.</summary>
    public int Code { get; init; }

    /// <summary>Whether the server is authoritative for the name.</summary>
    public bool IsAuthoritative { get; init; }

    /// <summary>Whether the server queries other servers for its clients.</summary>
    public bool RecursionAvailable { get; init; }

    /// <summary>Whether the answer is marked as truncated.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>The answer section.</summary>
    public IReadOnlyList<ZoneRecord> Answers { get; init; } = [];

    /// <summary>The authority section.</summary>
    public IReadOnlyList<ZoneRecord> Authorities { get; init; } = [];

    /// <summary>The additional section.</summary>
    public IReadOnlyList<ZoneRecord> Additionals { get; init; } = [];

    /// <summary>The response to a message that is not a query, without a question section.</summary>
    internal byte[] ToResponse(byte[] message) => ToResponse(message, [], isExtended: false);

    /// <summary>The response to a query, truncated if the client accepts no more.</summary>
    internal byte[] ToResponse(byte[] message, DnsQuestion question)
    {
        var limit = question.IsTcp ? ushort.MaxValue : Math.Clamp(question.UdpSize, 512, WireWriter.MaxDatagram);
        var response = ToResponse(message, question.Section, question.IsExtended);
        return response.Length <= limit
            ? response
            : (this with { IsTruncated = true, Answers = [], Authorities = [], Additionals = [] })
                .ToResponse(message, question.Section, question.IsExtended);
    }

    private byte[] ToResponse(byte[] message, byte[] question, bool isExtended)
    {
        // The response repeats the operation and the client's wish for recursion.
        var flags = 0x8000
            | ((message[2] & 0x79) << 8)
            | (IsAuthoritative ? 0x0400 : 0)
            | (IsTruncated ? 0x0200 : 0)
            | (RecursionAvailable ? 0x0080 : 0)
            | Code;
        var writer = new WireWriter()
            .Bytes(message[..2])
            .Short(flags)
            .Short(question.Length > 0 ? 1 : 0)
            .Short(Answers.Count)
            .Short(Authorities.Count)
            .Short(Additionals.Count + (isExtended ? 1 : 0))
            .Bytes(question);
        foreach (var record in Answers.Concat(Authorities).Concat(Additionals))
        {
            writer.Record(record);
        }

        return isExtended ? writer.Extension().ToArray() : writer.ToArray();
    }
}
