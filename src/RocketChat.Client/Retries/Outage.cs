using RocketChat.Client.Connections;
using RocketChat.Client.Errors;

namespace RocketChat.Client.Retries;

/// <summary>
/// Spares all callers the retries that one caller has made in vain. A server that has never answered is given up; to one that has, each
/// request makes one attempt, until an attempt succeeds.
/// </summary>
internal sealed class Outage(ConnectionRecord record)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _begun = New();
    private RocketChatException? _failure;

    public bool IsOn
    {
        get
        {
            lock (_lock)
            {
                return _failure is not null;
            }
        }
    }

    /// <summary>Notes a failure that was not retried, if it concerns every request.</summary>
    public void Note(RocketChatException failure)
    {
        if (!Concerns(failure))
        {
            return;
        }

        lock (_lock)
        {
            _failure ??= failure;
            _begun.TrySetResult();
        }
    }

    public void End()
    {
        lock (_lock)
        {
            if (_failure is not null)
            {
                (_failure, _begun) = (null, New());
            }
        }
    }

    /// <exception cref="RocketChatException">The server has never answered, and another caller has given it up.</exception>
    public void ThrowIfGivenUp()
    {
        lock (_lock)
        {
            if (_failure is { } failure && !record.HasAnswered)
            {
                throw RocketChatException.CausedBy(failure, failure.Kind, failure.Message);
            }
        }
    }

    /// <summary>Waits for the end of a pause, or less if an outage begins.</summary>
    public async Task ShortenAsync(Task pause)
    {
        Task begun;
        lock (_lock)
        {
            begun = _begun.Task;
        }

        var first = await Task.WhenAny(pause, begun).ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    // A silent or broken answer says nothing about a server that answers others.
    private bool Concerns(RocketChatException failure) => failure.Kind switch
    {
        RocketChatErrorKind.Unreachable or RocketChatErrorKind.ProxyFailure or RocketChatErrorKind.TlsFailure
            or RocketChatErrorKind.ClientCertificateRequired => true,
        RocketChatErrorKind.TimedOut or RocketChatErrorKind.Disconnected => !record.HasAnswered,
        _ => false,
    };

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
