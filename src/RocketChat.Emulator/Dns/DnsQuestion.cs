namespace RocketChat.Emulator.Dns;

/// <summary>The question of a query.</summary>
/// <param name="Name">The name, lower case, no trailing dot.</param>
/// <param name="Type">The type's number.</param>
/// <param name="RecursionDesired">Whether the client wants the server to query other servers.</param>
/// <param name="UdpSize">The largest response in octets that the client accepts over UDP.</param>
/// <param name="IsTcp">Whether the query came over TCP.</param>
public sealed record DnsQuestion(string Name, ushort Type, bool RecursionDesired, int UdpSize, bool IsTcp)
{
    private const int UdpSizeWithoutExtension = 512;

    internal ushort Class { get; private init; } = RecordClass.Internet;

    /// <summary>Whether the client uses EDNS (RFC 6891).</summary>
    internal bool IsExtended { get; private init; }

    /// <summary>The question section as it came.</summary>
    internal byte[] Section { get; private init; } = [];

    /// <exception cref="FormatException">The message is not a query with one question.</exception>
    internal static DnsQuestion Read(byte[] message, bool isTcp)
    {
        var reader = new WireReader(message) { Position = 4 };
        var (questions, answers, authorities, additionals) = (reader.Short(), reader.Short(), reader.Short(), reader.Short());
        if (questions != 1 || answers > 0 || authorities > 0)
        {
            throw new FormatException("a query has one question");
        }

        var start = reader.Position;
        var (name, type, recordClass) = (reader.Name(), reader.Short(), reader.Short());
        var section = message[start..reader.Position];
        var size = reader.Additionals(additionals).Size;
        return new DnsQuestion(name, type, (message[2] & 1) == 1, size ?? UdpSizeWithoutExtension, isTcp)
        {
            Class = recordClass,
            IsExtended = size is not null,
            Section = section,
        };
    }
}
