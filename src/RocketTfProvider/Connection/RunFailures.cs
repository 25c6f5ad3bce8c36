using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Connection;

/// <summary>
/// Reports once in full a failure that every object of the run meets. The protocol requires an error for each object, so the others get
/// one line.
/// </summary>
internal sealed class RunFailures
{
    private readonly Lock _lock = new();
    private readonly HashSet<(RocketChatErrorKind Kind, int? Status, string? Said)> _reported = [];

    public Diagnostic Describe(RocketChatException failure)
    {
        var described = ClientFailure.Describe(failure);
        return !ConcernsTheRun(failure) || IsFirst(failure)
            ? described
            : described with { Detail = "Another error with this title has the details." };
    }

    private static bool ConcernsTheRun(RocketChatException failure) => failure.Kind
        is RocketChatErrorKind.Unreachable or RocketChatErrorKind.ProxyFailure or RocketChatErrorKind.TlsFailure
        or RocketChatErrorKind.ClientCertificateRequired or RocketChatErrorKind.InvalidUrl or RocketChatErrorKind.Redirected
        or RocketChatErrorKind.NotRocketChat or RocketChatErrorKind.Unauthorized or RocketChatErrorKind.TimedOut
        or RocketChatErrorKind.Disconnected
        || failure is { Kind: RocketChatErrorKind.ServerError, StatusCode: 502 or 503 or 504, Code: null };

    // A time-out may concern one request alone: only the very same one is the same problem.
    private bool IsFirst(RocketChatException failure)
    {
        var said = failure.Kind is RocketChatErrorKind.TimedOut or RocketChatErrorKind.Disconnected
            ? failure.Message
            : failure.ServerMessage;
        lock (_lock)
        {
            return _reported.Add((failure.Kind, failure.StatusCode, said));
        }
    }
}
