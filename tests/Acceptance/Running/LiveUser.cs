namespace Acceptance.Running;

/// <summary>Somebody whom a test has made on a server.</summary>
internal sealed record LiveUser(string Id, string Username);
