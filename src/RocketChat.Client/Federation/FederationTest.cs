namespace RocketChat.Client;

/// <summary>What a test of federation found.</summary>
/// <param name="Ok">Whether it is proof that federation works as far as it was tested.</param>
/// <param name="Code">A short code that never changes, such as <c>ok</c> or <c>peer_unreachable</c>.</param>
/// <param name="Message">What was found, as full sentences.</param>
public sealed record FederationTest(bool Ok, string Code, string Message);
