namespace RocketChat.Emulator.Tests.Replay;

/// <summary>An answer of the emulator.</summary>
internal sealed record Answer(int Status, string? MediaType, string Body);
