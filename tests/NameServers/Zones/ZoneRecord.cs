namespace NameServers;

/// <summary>One record of a zone.</summary>
/// <param name="Owner">The full name, lower case, without the last dot; a wildcard begins with <c>*.</c></param>
/// <param name="Type">The type's number.</param>
/// <param name="Data">The data as it goes over the wire, names uncompressed.</param>
public sealed record ZoneRecord(string Owner, ushort Type, byte[] Data)
{
    /// <summary>Where an NS or CNAME record leads.</summary>
    public string Target => Wire.ReadName(Data, Type == RecordType.Srv ? 6 : 0);
}
