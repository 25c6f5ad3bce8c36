namespace RocketChat.Emulator.Tests.Replay;

/// <summary>What the emulator answered.</summary>
internal sealed record Answer(int Status, string? MediaType, string Body);
