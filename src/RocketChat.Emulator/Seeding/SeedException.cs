namespace RocketChat.Emulator.Seeding;

/// <summary>A seed that cannot be used. The message says what is wrong and where, one mistake per line.</summary>
public sealed class SeedException : Exception
{
    /// <summary>An error with its message.</summary>
    public SeedException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its message and its cause.</summary>
    public SeedException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>An error without a message.</summary>
    public SeedException()
    {
    }
}
