namespace RocketChat.Client;

/// <summary>What went wrong, in the terms of somebody who has to put it right.</summary>
public enum RocketChatErrorKind
{
    /// <summary>The address is not an absolute http or https address.</summary>
    InvalidUrl,

    /// <summary>Another option cannot work: an unreadable certificate, a header name with spaces, a bad TOTP secret.</summary>
    InvalidConfiguration,

    /// <summary>No connection: unknown host, refused, no route, or the proxy would not let us through. The request did not run.</summary>
    Unreachable,

    /// <summary>The connection broke after the request was sent. Whether it ran is not known.</summary>
    Disconnected,

    /// <summary>The TLS handshake failed: untrusted, expired or foreign certificate, or no common version.</summary>
    TlsFailure,

    /// <summary>No full answer in time. Whether the request ran is not known.</summary>
    TimedOut,

    /// <summary>The server points to another address. Redirects are not followed, since they would carry the credentials along.</summary>
    Redirected,

    /// <summary>Something answered, but with a page or another content type instead of Rocket.Chat's JSON.</summary>
    NotRocketChat,

    /// <summary>A Rocket.Chat answered that it has no such endpoint: a version without it, or a wrong sub-path in the address.</summary>
    UnknownEndpoint,

    /// <summary>The credentials are wrong, expired or revoked.</summary>
    Unauthorized,

    /// <summary>The account may not do this.</summary>
    Forbidden,

    /// <summary>The server wants a second factor that we could not give.</summary>
    SecondFactorRequired,

    /// <summary>Too many requests, and the stated wait does not fit into the operation's time (or retries are off).</summary>
    RateLimited,

    /// <summary>The server, or a proxy before it, failed (5xx).</summary>
    ServerError,

    /// <summary>The server understood and refused; <see cref="RocketChatException.Code"/> says why.</summary>
    Rejected,

    /// <summary>The server has no such setting in this version, or hides it; it does not say which.</summary>
    UnknownSetting,

    /// <summary>The setting is there, but the server was started so that nobody can change it (SETTINGS_BLOCKED).</summary>
    SettingBlocked,

    /// <summary>JSON of an unexpected shape, broken JSON, or far too much of it.</summary>
    UnexpectedAnswer,

    /// <summary>The user is not a member of the room; only members can own it.</summary>
    NotAMember,

    /// <summary>The change would leave the room without an owner.</summary>
    LastOwner,

    /// <summary>The server accepted a change that a later read does not show.</summary>
    NotConfirmed,

    /// <summary>The server did not get the workspace registered with the cloud; why stands in the server's own log only.</summary>
    NotRegistered,

    /// <summary>Push notifications are turned off on the server.</summary>
    PushDisabled,
}
