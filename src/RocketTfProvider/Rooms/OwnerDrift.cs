namespace RocketTfProvider.Rooms;

/// <summary>The change of a room's owners that a refresh of this run has seen, by usernames.</summary>
internal sealed record OwnerDrift(IReadOnlyList<string> Added, IReadOnlyList<string> Removed);
