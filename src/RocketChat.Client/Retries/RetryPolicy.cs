using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Retries;

/// <summary>Decides whether a failed request is sent again, and after how long.</summary>
internal sealed class RetryPolicy(int maxRetries)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    // The unit of Retry-After. A server that names less, or the last moment of its window, would be asked again at once.
    private static readonly TimeSpan ShortestUsableWait = TimeSpan.FromSeconds(1);

    public bool IsOff => maxRetries == 0;

    /// <summary>The pause before the next attempt; null for none.</summary>
    /// <param name="failure">How the last attempt ended.</param>
    /// <param name="request">The request.</param>
    /// <param name="attempts">How many attempts failed before: pauses grow with them.</param>
    /// <param name="failures">How many of them count, which are all but refusals with a usable wait.</param>
    /// <param name="remaining">The time left for the call.</param>
    public TimeSpan? PauseAfter(RocketChatException failure, ApiRequest request, int attempts, int failures, TimeSpan remaining)
    {
        var pause = failure.Kind switch
        {
            _ when IsOff => (TimeSpan?)null,

            // The server says when it will run the request, so only the deadline limits the attempts.
            RocketChatErrorKind.RateLimited when HasUsableWait(failure) =>
                Longer(failure.RetryAfter > request.LongestWait ? request.LongestWait : failure.RetryAfter, Growing(attempts)),
            _ when failures >= maxRetries => null,
            RocketChatErrorKind.RateLimited => Growing(attempts),
            RocketChatErrorKind.Unreachable or RocketChatErrorKind.ProxyFailure when failure.StatusCode is null or >= 500 =>
                Growing(attempts),
            _ when request.MayRepeat && IsPassing(failure) => Longer(failure.RetryAfter, Growing(attempts)),
            _ => null,
        };
        return pause < remaining ? pause : null;
    }

    /// <summary>Whether a server that limits requests says how long to wait.</summary>
    public static bool HasUsableWait(RocketChatException failure) => failure.RetryAfter >= ShortestUsableWait;

    private static bool IsPassing(RocketChatException failure) =>
        failure.Kind is RocketChatErrorKind.Disconnected or RocketChatErrorKind.TimedOut
        || failure is { Kind: RocketChatErrorKind.ServerError, StatusCode: 502 or 503 or 504 };

    // Half of each pause is random, so that parallel callers do not come back at once.
    private static TimeSpan Growing(int attempts)
    {
        var full = Math.Min(FirstPause.TotalMilliseconds * Math.Pow(2, attempts), LongestPause.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    private static TimeSpan Longer(TimeSpan? asked, TimeSpan own) => asked > own ? asked.Value : own;
}
