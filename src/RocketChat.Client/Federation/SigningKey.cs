namespace RocketChat.Client.Federation;

/// <summary>The public half of a server's Matrix signing key. The private half is never read.</summary>
/// <param name="Id">The id, such as <c>ed25519:0</c>.</param>
/// <param name="Key">The public half, in unpadded base64.</param>
public sealed record SigningKey(string Id, string Key);
