namespace RocketChat.Federation.Lookup;

/// <summary>The outcome of a query.</summary>
internal enum ResponseStatus
{
    /// <summary>The server answered, possibly that the name has no record of the type.</summary>
    NoError,

    /// <summary>The server answered that the name does not exist.</summary>
    NxDomain,

    /// <summary>The server reported a failure.</summary>
    ServFail,

    /// <summary>The server does not answer the query (REFUSED and other codes).</summary>
    Refused,

    /// <summary>The server did not respond in time, or could not be reached.</summary>
    Timeout,

    /// <summary>The response was truncated, and the complete one could not be had.</summary>
    Truncated,
}
