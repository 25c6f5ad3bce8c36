namespace RocketChat.Emulator.Http;

/// <summary>A refusal that has only a text, no code.</summary>
internal sealed class BareFailureException(string text) : Exception(text);
