namespace RocketChat.Client;

/// <summary>What the public endpoints of native federation told.</summary>
/// <param name="Test">The result.</param>
/// <param name="SigningKey">The published key; null when it was not shown.</param>
public sealed record NativeFederationTest(FederationTest Test, SigningKey? SigningKey);
