namespace RocketChat.Client.Federation;

/// <summary>The result of a test of federation.</summary>
/// <param name="Ok">Whether the test proves that federation works.</param>
/// <param name="Code">A short code that never changes, such as <c>ok</c> or <c>peer_unreachable</c>.</param>
/// <param name="Message">The result in full sentences.</param>
public sealed record FederationTest(bool Ok, string Code, string Message);
