namespace RocketChat.Emulator.Seeding;

/// <summary>A seed that cannot be used. The message says what is wrong and where, one mistake per line.</summary>
public sealed class SeedException : Exception
{
    /// <summary>With what is wrong.</summary>
    public SeedException(string message)
        : base(message)
    {
    }

    /// <summary>With what is wrong, and what showed it.</summary>
    public SeedException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Without a word.</summary>
    public SeedException()
    {
    }
}
