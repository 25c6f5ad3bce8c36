namespace RocketChat.Client.Connections;

/// <summary>Facts about the connections of a client, as of its last answer.</summary>
/// <param name="CertificateExpires">The end of the server's certificate; null without TLS, or before the first connection.</param>
/// <param name="ClockSkew">
/// The time by which the server's clock is ahead of this machine's, exact to about a second (header <c>Date</c>); null if no answer had it.
/// </param>
/// <param name="Proxy">The proxy on the way, without user and password; null if none is in between.</param>
public sealed record ConnectionFacts(DateTimeOffset? CertificateExpires, TimeSpan? ClockSkew, Uri? Proxy);
