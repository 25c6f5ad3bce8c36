using System.Collections.Immutable;

namespace RocketChat.Federation;

/// <summary>What exists under a name.</summary>
/// <param name="Key">The key of the needed record.</param>
/// <param name="Name">The name asked for.</param>
/// <param name="Type">The type asked for.</param>
/// <param name="Values">The values in zone-file form, sorted; none when there is no record.</param>
public sealed record FoundRecord(string Key, string Name, string Type, ImmutableArray<string> Values);
