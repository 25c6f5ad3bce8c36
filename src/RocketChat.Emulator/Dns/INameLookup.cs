namespace RocketChat.Emulator.Dns;

/// <summary>The DNS that the workspace sees.</summary>
internal interface INameLookup
{
    /// <returns>The records, or why the lookup failed.</returns>
    DnsLookupResult Find(string name, ushort type);
}
