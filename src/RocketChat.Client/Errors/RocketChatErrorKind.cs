namespace RocketChat.Client.Errors;

/// <summary>The kinds of failure, as the person sees them who has to fix them.</summary>
public enum RocketChatErrorKind
{
    /// <summary>The address is not an absolute http or https address, or the port at http speaks https.</summary>
    InvalidUrl,

    /// <summary>Another option cannot work: an unreadable certificate, a header name with spaces, a bad TOTP secret.</summary>
    InvalidConfiguration,

    /// <summary>No connection: unknown host, refused, or no route. The request did not run.</summary>
    Unreachable,

    /// <summary>The connection broke after the request was sent. Whether it ran is not known.</summary>
    Disconnected,

    /// <summary>The TLS handshake failed: untrusted, expired or foreign certificate, or no common version.</summary>
    TlsFailure,

    /// <summary>No full answer in time. Whether the request ran is not known.</summary>
    TimedOut,

    /// <summary>
    /// The server redirects to another address. Redirects are not followed because they would carry the credentials along.
    /// </summary>
    Redirected,

    /// <summary>Something answered, but with a page or another content type instead of Rocket.Chat's JSON.</summary>
    NotRocketChat,

    /// <summary>A Rocket.Chat answered that it has no such endpoint: a version without it, or a wrong sub-path in the address.</summary>
    UnknownEndpoint,

    /// <summary>The credentials are wrong, expired or revoked.</summary>
    Unauthorized,

    /// <summary>The account may not do this.</summary>
    Forbidden,

    /// <summary>The server asks for a second factor that the client does not have.</summary>
    SecondFactorRequired,

    /// <summary>Too many requests, and the wait that the server asks for is longer than the time left (or retries are off).</summary>
    RateLimited,

    /// <summary>The server, or a proxy before it, failed (5xx).</summary>
    ServerError,

    /// <summary>The server understood and refused; <see cref="RocketChatException.Code"/> says why.</summary>
    Rejected,

    /// <summary>The server has no such setting in this version, or hides it; the answer is the same.</summary>
    UnknownSetting,

    /// <summary>The environment of the server forbids every change of the setting (SETTINGS_BLOCKED).</summary>
    SettingBlocked,

    /// <summary>JSON of an unexpected shape, invalid JSON, or too much of it.</summary>
    UnexpectedAnswer,

    /// <summary>The user is not a member of the room; only members can own it.</summary>
    NotAMember,

    /// <summary>The change would leave the room without an owner.</summary>
    LastOwner,

    /// <summary>The server accepted a change that a later read does not show.</summary>
    NotConfirmed,

    /// <summary>The server could not register the workspace with the cloud; the reason is only in the server's log.</summary>
    NotRegistered,

    /// <summary>Push notifications are disabled on the server.</summary>
    PushDisabled,

    /// <summary>The proxy cannot be reached, refuses the account, or has no connection to the server. The request did not run.</summary>
    ProxyFailure,

    /// <summary>The server asks for a client certificate, and <see cref="Options.TlsOptions.ClientCertificate"/> is not set.</summary>
    ClientCertificateRequired,

    /// <summary>Another call of the same client wrote another value at the same time.</summary>
    WrittenTwice,
}
