using System.Text.Json;

namespace RocketChat.Client;

/// <summary>
/// Registration of the workspace with Rocket.Chat's cloud, which the gateway for push notifications needs. Reading and connecting need
/// <c>manage-cloud</c>; up to 7.x reading wants the role <c>admin</c> itself.
/// </summary>
public sealed class CloudApi
{
    // What was refused may be registered all the same: 6.5 answers false when only the synchronisation after it failed.
    private static readonly TimeSpan WaitAfterRefusal = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private readonly DeadlineHandler _deadline;
    private readonly ApiCapabilities _capabilities;
    private readonly TimeProvider _time;

    internal CloudApi(DeadlineHandler deadline, ApiCapabilities capabilities, TimeProvider time) =>
        (_deadline, _capabilities, _time) = (deadline, capabilities, time);

    /// <summary>Whether the workspace is registered.</summary>
    /// <exception cref="RocketChatException">The call failed; says nothing about the registration.</exception>
    public Task<CloudRegistration> GetRegistrationAsync(CancellationToken cancellationToken = default) =>
        _deadline.RunAsync(GetRegistrationAsync, cancellationToken);

    /// <summary>
    /// Registers the workspace with a token of the cloud console, unless it is registered already: then the token is not spent. The
    /// server sends the cloud its settings <c>Organization_Email</c>, <c>Site_Name</c> and <c>Site_Url</c>. The token is sent once only;
    /// whatever the server answers, what counts is whether it says afterwards that it is registered.
    /// </summary>
    /// <param name="token">The registration token.</param>
    /// <param name="patience">How long to wait for the registration to show after the server took the token.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.NotRegistered"/>, <see cref="RocketChatErrorKind.Forbidden"/>,
    /// <see cref="RocketChatErrorKind.UnknownEndpoint"/> (the server has no way to do it), or a call failed.
    /// </exception>
    public Task<CloudRegistration> ConnectAsync(string token, TimeSpan patience, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        return _deadline.RunAsync(call => ConnectAsync(token, patience, call), cancellationToken);
    }

    private async Task<CloudRegistration> ConnectAsync(string token, TimeSpan patience, ApiCall call)
    {
        var before = await GetRegistrationAsync(call).ConfigureAwait(false);
        if (before.IsRegistered)
        {
            return before;
        }

        RocketChatException? failure = null;
        var isTaken = false;
        try
        {
            isTaken = await SendAsync(token, call).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (exception.Kind is RocketChatErrorKind.Rejected
            or RocketChatErrorKind.TimedOut or RocketChatErrorKind.Disconnected or RocketChatErrorKind.ServerError)
        {
            failure = exception;
        }

        var isRefused = !isTaken && failure is null or { Kind: RocketChatErrorKind.Rejected };
        var after = await WaitAsync(isRefused ? WaitAfterRefusal : patience, call).ConfigureAwait(false);
        return after.IsRegistered ? after : throw NotRegistered(isTaken, failure);
    }

    /// <returns>Whether the server says that it worked.</returns>
    private Task<bool> SendAsync(string token, ApiCall call) => _capabilities.ConnectWorkspace.UseAsync(
        async () =>
        {
            await call.SendAsync(ApiRequest.Post("cloud.connectWorkspace", JsonBody.Of(("token", token))) with { Secrets = [token] }).ConfigureAwait(false);
            return true;
        },
        async () =>
        {
            var result = await call.CallMethodAsync("cloud:connectWorkspace", [token], secrets: [token]).ConfigureAwait(false);
            return result.ValueKind == JsonValueKind.True;
        });

    private async Task<CloudRegistration> WaitAsync(TimeSpan patience, ApiCall call)
    {
        var end = _time.GetUtcNow() + patience;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var registration = await GetRegistrationAsync(call).ConfigureAwait(false);
            if (registration.IsRegistered || _time.GetUtcNow() + pause > end)
            {
                return registration;
            }

            await call.DelayAsync(pause).ConfigureAwait(false);
        }
    }

    private async Task<CloudRegistration> GetRegistrationAsync(ApiCall call)
    {
        return await _capabilities.RegistrationStatus.UseAsync(
            async () =>
            {
                var answer = await call.SendAsync(ApiRequest.Get("cloud.registrationStatus")).ConfigureAwait(false);
                return CloudRegistration.From(answer.Required("registrationStatus")) ?? throw answer.Unexpected("it does not tell whether the workspace is registered");
            },
            async () => CloudRegistration.From(await call.CallMethodAsync("cloud:checkRegisterStatus", []).ConfigureAwait(false))
                ?? throw new RocketChatException(
                    RocketChatErrorKind.UnexpectedAnswer, "The method cloud:checkRegisterStatus does not tell whether the workspace is registered."))
            .ConfigureAwait(false);
    }

    private static RocketChatException NotRegistered(bool isTaken, RocketChatException? failure)
    {
        var text = (isTaken, failure) switch
        {
            (true, _) => "The server took the registration token, but the workspace did not become registered in time.",
            (_, null) => "The server tried to register the workspace with the cloud and failed; it does not tell why.",
            (_, { Kind: RocketChatErrorKind.Rejected, ServerMessage: { } said }) => $"The server did not register the workspace with the cloud, and says \"{said}\".",
            _ => $"The workspace did not become registered. {failure.Message}",
        };
        return RocketChatException.CausedBy(failure, RocketChatErrorKind.NotRegistered, text);
    }
}
