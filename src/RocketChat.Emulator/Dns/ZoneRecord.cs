namespace RocketChat.Emulator.Dns;

/// <summary>One record of the zone.</summary>
/// <param name="Owner">The full name, lower case, no dot at the end.</param>
/// <param name="Type">The type's number.</param>
/// <param name="Ttl">Seconds.</param>
/// <param name="Data">The data as it goes over the wire, names not compressed.</param>
internal sealed record ZoneRecord(string Owner, ushort Type, uint Ttl, byte[] Data);
