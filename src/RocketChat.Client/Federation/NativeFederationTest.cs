namespace RocketChat.Client.Federation;

/// <summary>The state of native federation, according to its public endpoints.</summary>
/// <param name="Test">The result.</param>
/// <param name="SigningKey">The published key; null if none is published.</param>
public sealed record NativeFederationTest(FederationTest Test, SigningKey? SigningKey);
