using System.Collections.Immutable;

namespace RocketChat.Federation.Checking;

/// <summary>The records that exist at a name.</summary>
/// <param name="Key">The key of the needed record.</param>
/// <param name="Name">The name that was looked up.</param>
/// <param name="Type">The type that was looked up.</param>
/// <param name="Values">The values in zone-file form, sorted; empty when there is no record.</param>
public sealed record FoundRecord(string Key, string Name, string Type, ImmutableArray<string> Values);
