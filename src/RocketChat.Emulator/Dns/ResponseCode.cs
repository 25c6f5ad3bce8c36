namespace RocketChat.Emulator.Dns;

/// <summary>The response codes (RFC 1035 §4.1.1, RFC 2136 §2.2).</summary>
public static class ResponseCode
{
    /// <summary>Success, including "no such record".</summary>
    public const int NoError = 0;

    /// <summary>The server cannot read the query.</summary>
    public const int FormErr = 1;

    /// <summary>The server failed.</summary>
    public const int ServFail = 2;

    /// <summary>The name does not exist.</summary>
    public const int NxDomain = 3;

    /// <summary>The server does not support the query.</summary>
    public const int NotImp = 4;

    /// <summary>The server refuses the query.</summary>
    public const int Refused = 5;

    internal const int YxDomain = 6;
    internal const int YxRrset = 7;
    internal const int NxRrset = 8;
    internal const int NotAuth = 9;
    internal const int NotZone = 10;
}
