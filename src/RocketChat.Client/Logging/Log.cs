using Microsoft.Extensions.Logging;
using RocketChat.Client.Errors;

namespace RocketChat.Client.Logging;

/// <summary>The events that the client logs. None contains a body, a query value or a header of a request.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Trace, "Sending {Method} {Path}")]
    public static partial void Sending(this ILogger logger, string method, string path);

    [LoggerMessage(2, LogLevel.Debug, "{Method} {Path} answered {Status} after {Milliseconds} ms")]
    public static partial void Answered(this ILogger logger, string method, string path, int status, long milliseconds);

    [LoggerMessage(3, LogLevel.Debug, "{Method} {Path} is deprecated: {Message} (to be removed in {Version})")]
    public static partial void Deprecated(this ILogger logger, string method, string path, string? message, string? version);

    [LoggerMessage(4, LogLevel.Debug, "Logged in with user name and password")]
    public static partial void LoggedIn(this ILogger logger);

    [LoggerMessage(5, LogLevel.Debug, "Logged out")]
    public static partial void LoggedOut(this ILogger logger);

    [LoggerMessage(6, LogLevel.Debug, "Could not log out: {Reason}")]
    public static partial void LogOutFailed(this ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Information, "{Method} {Path} failed ({Kind}); next attempt in {Milliseconds} ms")]
    public static partial void Retrying(this ILogger logger, string method, string path, RocketChatErrorKind kind, long milliseconds);

    [LoggerMessage(8, LogLevel.Debug, "Answering the second-factor challenge by {FactorMethod}")]
    public static partial void ProvingSecondFactor(this ILogger logger, string factorMethod);

    [LoggerMessage(9, LogLevel.Information, "Waiting {Milliseconds} ms for {Limit}")]
    public static partial void Waiting(this ILogger logger, long milliseconds, string limit);
}
