namespace RocketChat.Federation;

/// <summary>How a name server took a question.</summary>
internal enum ReplyKind
{
    /// <summary>It answered, be it that the name has no such record.</summary>
    Answered,

    /// <summary>It answered that there is no such name.</summary>
    NoSuchName,

    /// <summary>It answered that it failed (SERVFAIL).</summary>
    Failed,

    /// <summary>It does not want to answer (REFUSED and the like).</summary>
    Refused,

    /// <summary>Nothing came in time, or it could not be reached.</summary>
    Silent,

    /// <summary>The answer was cut off, and there is no way to get the whole.</summary>
    CutOff,
}
