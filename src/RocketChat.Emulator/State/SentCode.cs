namespace RocketChat.Emulator.State;

/// <summary>A code on its way by email.</summary>
/// <param name="ExpiresAt">The end of its validity.</param>
internal sealed record SentCode(DateTimeOffset ExpiresAt)
{
    /// <summary>The number of wrong codes since.</summary>
    public int WrongTries { get; init; }
}
