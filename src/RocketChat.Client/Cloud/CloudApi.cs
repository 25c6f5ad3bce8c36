using System.Text.Json;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Cloud;

/// <summary>
/// Registration of the workspace with Rocket.Chat's cloud, which the gateway for push notifications needs. Reading and connecting need
/// <c>manage-cloud</c>; up to 7.x reading needs the role <c>admin</c> itself.
/// </summary>
public sealed class CloudApi
{
    // A refused registration may have worked: 6.5 also answers false if only the synchronization after it failed.
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
    /// Registers the workspace with a token of the cloud console. If the workspace is registered already, the token is not spent. The
    /// server sends the cloud its settings <c>Organization_Email</c>, <c>Site_Name</c> and <c>Site_Url</c>. The token is sent only once;
    /// the registration status afterwards decides, not the answer.
    /// </summary>
    /// <param name="token">The registration token.</param>
    /// <param name="timeout">How long to wait for the registration to show after the server accepted the token.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.NotRegistered"/>, <see cref="RocketChatErrorKind.Forbidden"/>,
    /// <see cref="RocketChatErrorKind.UnknownEndpoint"/> (the server has no way to do it), or a call failed.
    /// </exception>
    public Task<CloudRegistration> ConnectAsync(string token, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        return _deadline.RunAsync(call => ConnectAsync(token, timeout, call), cancellationToken);
    }

    /// <summary>
    /// Has the workspace exchange its data with the cloud now, as the server does twice a day: statistics go there, and the license and
    /// announcements come from there. Needs <c>manage-cloud</c>.
    /// </summary>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.NotRegistered"/>, <see cref="RocketChatErrorKind.Rejected"/> (the server did not reach the cloud),
    /// <see cref="RocketChatErrorKind.Forbidden"/>, or a call failed.
    /// </exception>
    public Task SyncAsync(CancellationToken cancellationToken = default) => _deadline.RunAsync(SyncAsync, cancellationToken);

    private async Task<bool> SyncAsync(ApiCall call)
    {
        // Some versions report success for a workspace that is not registered.
        if (!(await GetRegistrationAsync(call).ConfigureAwait(false)).IsRegistered)
        {
            throw new RocketChatException(
                RocketChatErrorKind.NotRegistered, "The workspace is not registered with the cloud, so there is nothing to synchronize.");
        }

        var isDone = await _capabilities.SyncWorkspace.UseAsync(
            async () =>
            {
                await call.SendAsync(ApiRequest.Post("cloud.syncWorkspace", JsonBody.Of())).ConfigureAwait(false);
                return true;
            },
            async () => (await call.CallMethodAsync("cloud:syncWorkspace", []).ConfigureAwait(false)).ValueKind == JsonValueKind.True)
            .ConfigureAwait(false);
        return isDone ? true : throw new RocketChatException(
            RocketChatErrorKind.Rejected, "The server could not synchronize the workspace with the cloud; it does not report why.");
    }

    private async Task<CloudRegistration> ConnectAsync(string token, TimeSpan timeout, ApiCall call)
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
        var after = await WaitAsync(isRefused ? WaitAfterRefusal : timeout, call).ConfigureAwait(false);
        return after.IsRegistered ? after : throw NotRegistered(isTaken, failure);
    }

    /// <returns>Whether the server reports success.</returns>
    private Task<bool> SendAsync(string token, ApiCall call) => _capabilities.ConnectWorkspace.UseAsync(
        async () =>
        {
            var request = ApiRequest.Post("cloud.connectWorkspace", JsonBody.Of(("token", token))) with
            {
                Secrets = [token],
                HoldsSecret = true,
            };
            await call.SendAsync(request).ConfigureAwait(false);
            return true;
        },
        async () =>
        {
            var result = await call.CallMethodAsync("cloud:connectWorkspace", [token], secrets: [token], holdsSecret: true)
                .ConfigureAwait(false);
            return result.ValueKind == JsonValueKind.True;
        });

    private async Task<CloudRegistration> WaitAsync(TimeSpan timeout, ApiCall call)
    {
        var end = _time.GetUtcNow() + timeout;
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
                return CloudRegistration.From(answer.Required("registrationStatus"))
                    ?? throw answer.Unexpected("the registration status is missing");
            },
            async () => CloudRegistration.From(await call.CallMethodAsync("cloud:checkRegisterStatus", []).ConfigureAwait(false))
                ?? throw new RocketChatException(
                    RocketChatErrorKind.UnexpectedAnswer, "The answer of the method cloud:checkRegisterStatus has no registration status."))
            .ConfigureAwait(false);
    }

    private static RocketChatException NotRegistered(bool isTaken, RocketChatException? failure)
    {
        var text = (isTaken, failure) switch
        {
            (true, _) => "The server accepted the registration token, but the workspace was not registered in time.",
            (_, null) => "The server tried to register the workspace with the cloud and failed; it does not report why.",
            _ => $"The workspace was not registered. {failure.Message}",
        };
        return RocketChatException.CausedBy(failure, RocketChatErrorKind.NotRegistered, text);
    }
}
