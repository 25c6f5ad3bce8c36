namespace RocketChat.Emulator.Dns;

/// <summary>What the zone has to say to a question.</summary>
/// <param name="Records">What there is, aliases on the way to it first.</param>
/// <param name="NameExists">Whether there is anything at, or below, the name at the end of the aliases.</param>
/// <param name="IsWhole">Whether the zone has nothing to add: the records asked for are among those, or the aliases lead out of the zone.</param>
internal sealed record DnsFinding(IReadOnlyList<ZoneRecord> Records, bool NameExists, bool IsWhole);
