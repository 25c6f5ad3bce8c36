namespace RocketChat.Client.Errors;

/// <summary>
/// The only exception that calls to a workspace end in, beside cancellation by the caller and <see cref="ArgumentException"/>
/// for arguments that must not be sent. Its texts never contain a secret that the client knows.
/// </summary>
public sealed class RocketChatException : Exception
{
    /// <summary>Creates an exception of a kind.</summary>
    public RocketChatException(RocketChatErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
    }

    /// <summary>A failure described by the caller, with all details of its cause.</summary>
    internal static RocketChatException CausedBy(
        RocketChatException? cause, RocketChatErrorKind kind, string message, string? code = null) => new(kind, message, cause)
        {
            Code = code ?? cause?.Code,
            StatusCode = cause?.StatusCode,
            ServerMessage = cause?.ServerMessage,
            Method = cause?.Method,
            Path = cause?.Path,
            SecondFactorMethod = cause?.SecondFactorMethod,
            RetryAfter = cause?.RetryAfter,
            OtherMethods = cause?.OtherMethods ?? [],
            ServerTime = cause?.ServerTime,
        };

    /// <summary>The kind of failure.</summary>
    public RocketChatErrorKind Kind { get; }

    /// <summary>
    /// The server's code, such as <c>error-room-not-found</c>: <c>errorType</c> if it looks like a code, else the code in brackets at
    /// the end of <c>error</c>, else <c>error</c> itself; null if the server sent none.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The server's message for people; null if it sent none.</summary>
    public string? ServerMessage { get; init; }

    /// <summary>GET or POST; null when the failure belongs to no request.</summary>
    public string? Method { get; init; }

    /// <summary>The path of the request without its query, such as <c>/api/v1/users.info</c>.</summary>
    public string? Path { get; init; }

    /// <summary>The second factor that the server asks for: <c>totp</c>, <c>email</c> or <c>password</c>; null for other kinds.</summary>
    public string? SecondFactorMethod { get; init; }

    /// <summary>The wait that the server asks for; null if it asks for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The option that cannot be used, by the name of its property (<c>Headers</c>, <c>AuthToken</c>, <c>ClientKey</c>); null when the
    /// failure belongs to no option.
    /// </summary>
    public string? Option { get; init; }

    /// <summary>The second factors that the account has beside <see cref="SecondFactorMethod"/>.</summary>
    internal IReadOnlyList<string> OtherMethods { get; init; } = [];

    /// <summary>The reasons that <c>licenses.validate</c> names; empty for every other endpoint.</summary>
    internal IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The server's clock when it answered, for waits and codes that depend on it.</summary>
    internal DateTimeOffset? ServerTime { get; init; }
}
