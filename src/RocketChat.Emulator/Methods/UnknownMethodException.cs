namespace RocketChat.Emulator.Methods;

/// <summary>There is no such server method.</summary>
internal sealed class UnknownMethodException(string method) : Exception($"Method '{method}' not found");
