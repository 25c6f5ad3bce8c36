namespace RocketChat.Emulator.State;

/// <summary>A second factor that was passed, bound to the client that passed it.</summary>
internal sealed record TwoFactorPass(DateTimeOffset At, string UserAgent, string Address);
