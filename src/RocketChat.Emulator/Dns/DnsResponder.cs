namespace RocketChat.Emulator.Dns;

/// <summary>Responds to messages: queries (RFC 1035, with EDNS) and updates (RFC 2136, unsigned).</summary>
/// <param name="answer">Answers a query; null for no response at all.</param>
/// <param name="update">Applies an update and returns the response code; null if the server accepts no updates.</param>
internal sealed class DnsResponder(Func<DnsQuestion, DnsAnswer?> answer, Func<byte[], int>? update = null)
{
    private const int HeaderSize = 12;
    private const int Query = 0;
    private const int Update = 5;
    private const int IsResponse = 0x80;

    /// <summary>A server that is authoritative for one zone.</summary>
    /// <param name="zone">The zone, looked up for each message.</param>
    public static DnsResponder For(Func<DnsZone> zone) =>
        new(question => ZoneAnswers.Authoritative(question, zone()), message => DnsUpdate.Apply(message, zone()));

    /// <returns>The response; null if the message gets none.</returns>
    public byte[]? Respond(byte[] message, bool isTcp)
    {
        if (message.Length < HeaderSize || (message[2] & IsResponse) != 0)
        {
            return null;
        }

        try
        {
            return ((message[2] >> 3) & 0xF) switch
            {
                Query => DnsQuestion.Read(message, isTcp) is var question ? answer(question)?.ToResponse(message, question) : null,
                Update when update is not null => new DnsAnswer { Code = update(message) }.ToResponse(message),
                _ => new DnsAnswer { Code = ResponseCode.NotImp }.ToResponse(message),
            };
        }
        catch (FormatException)
        {
            return new DnsAnswer { Code = ResponseCode.FormErr }.ToResponse(message);
        }
    }
}
