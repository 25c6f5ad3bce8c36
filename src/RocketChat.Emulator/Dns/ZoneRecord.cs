namespace RocketChat.Emulator.Dns;

/// <summary>A record of a zone.</summary>
/// <param name="Owner">The full name, lower case, no trailing dot.</param>
/// <param name="Type">The type's number.</param>
/// <param name="Ttl">Seconds.</param>
/// <param name="Data">The data in wire form, names not compressed.</param>
public sealed record ZoneRecord(string Owner, ushort Type, uint Ttl, byte[] Data)
{
    /// <summary>The octets that the record takes in a message at most.</summary>
    internal int Size => Owner.Length + 12 + Data.Length;

    /// <summary>The name to which an NS or CNAME record points.</summary>
    internal string Target => new WireReader(Data).Name();

    /// <summary>Whether both are the same record; the TTL is not part of a record's identity.</summary>
    internal bool IsSameAs(ZoneRecord other) => IsInSetOf(other) && Data.AsSpan().SequenceEqual(other.Data);

    /// <summary>Whether both have the same name and type.</summary>
    internal bool IsInSetOf(ZoneRecord other) => Owner == other.Owner && Type == other.Type;
}
