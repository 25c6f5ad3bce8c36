namespace RocketChat.Emulator.Methods;

/// <summary>A failure of which the server says nothing: the error in the answer is an empty object.</summary>
internal sealed class SilentFailureException() : Exception("the method failed and did not say why");
