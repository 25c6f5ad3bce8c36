namespace RocketChat.Federation;

/// <summary>How a name server took a question.</summary>
internal enum ResponseStatus
{
    /// <summary>It answered, be it that the name has no such record.</summary>
    NoError,

    /// <summary>It answered that there is no such name.</summary>
    NxDomain,

    /// <summary>It answered that it failed (SERVFAIL).</summary>
    ServFail,

    /// <summary>It does not want to answer (REFUSED and the like).</summary>
    Refused,

    /// <summary>Nothing came in time, or it could not be reached.</summary>
    Timeout,

    /// <summary>The answer was cut off, and there is no way to get the whole.</summary>
    Truncated,
}
