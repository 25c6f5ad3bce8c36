namespace RocketChat.Emulator.State;

/// <summary>A code on its way by e-mail.</summary>
/// <param name="ExpiresAt">When it stops to work.</param>
internal sealed record SentCode(DateTimeOffset ExpiresAt)
{
    /// <summary>How many wrong codes were tried since.</summary>
    public int WrongTries { get; init; }
}
