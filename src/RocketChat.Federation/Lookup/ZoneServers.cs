using RocketChat.Federation.Names;

namespace RocketChat.Federation.Lookup;

/// <summary>A zone and the servers that its delegation names.</summary>
/// <param name="Apex">The zone's name.</param>
/// <param name="Servers">Its servers, sorted.</param>
internal sealed record ZoneServers(DomainName Apex, IReadOnlyList<NameServerAddress> Servers);
