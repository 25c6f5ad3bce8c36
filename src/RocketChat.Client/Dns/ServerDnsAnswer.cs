namespace RocketChat.Client.Dns;

/// <summary>The result of a DNS lookup by the server.</summary>
/// <param name="Value">An SRV record in zone-file form, or the text of a TXT record; null if there is none.</param>
/// <param name="Error">The server's message if there is none, such as <c>querySrv ENOTFOUND name</c>.</param>
public sealed record ServerDnsAnswer(string? Value, string? Error);
