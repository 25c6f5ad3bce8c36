namespace Acceptance.Running;

/// <summary>A room that a test has made on a server; <paramref name="Kind"/> is how its endpoints begin, "channels" or "groups".</summary>
internal sealed record LiveRoom(string Id, string Name, string Kind);
