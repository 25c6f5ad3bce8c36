namespace RocketChat.Client;

/// <summary>What the server found when it looked into DNS.</summary>
/// <param name="Value">An SRV record in zone-file form, or the text of a TXT record; null when it found none.</param>
/// <param name="Error">What the server said when it found none, such as <c>querySrv ENOTFOUND name</c>.</param>
public sealed record ServerDnsAnswer(string? Value, string? Error);
