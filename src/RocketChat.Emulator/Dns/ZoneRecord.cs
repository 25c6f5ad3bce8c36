namespace RocketChat.Emulator.Dns;

/// <summary>One record of the zone.</summary>
/// <param name="Owner">The full name, lower case, no dot at the end.</param>
/// <param name="Type">The type's number.</param>
/// <param name="Ttl">Seconds.</param>
/// <param name="Data">The data as it goes over the wire, names not compressed.</param>
internal sealed record ZoneRecord(string Owner, ushort Type, uint Ttl, byte[] Data)
{
    /// <summary>Octets that the record takes in a message at most.</summary>
    public int Size => Owner.Length + 12 + Data.Length;

    /// <summary>Where a CNAME points.</summary>
    public string Target => new WireReader(Data).Name();

    /// <summary>Whether both say the same; the TTL is not part of what a record says.</summary>
    public bool SaysTheSameAs(ZoneRecord other) => IsOfTheSetOf(other) && Data.AsSpan().SequenceEqual(other.Data);

    /// <summary>Whether both have the same name and type.</summary>
    public bool IsOfTheSetOf(ZoneRecord other) => Owner == other.Owner && Type == other.Type;
}
