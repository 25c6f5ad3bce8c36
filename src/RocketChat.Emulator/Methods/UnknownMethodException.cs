namespace RocketChat.Emulator.Methods;

/// <summary>The version has no such server method.</summary>
internal sealed class UnknownMethodException(string method) : Exception($"Method '{method}' not found");
