using System.Globalization;
using System.Text.Json;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Push;

/// <summary>Push notifications.</summary>
public sealed class PushApi
{
    // 6.5 asks for a minute and accepts the next test after a second, seen on 6.5.3.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1.5);

    private readonly DeadlineHandler _deadline;
    private readonly ApiCapabilities _capabilities;

    internal PushApi(DeadlineHandler deadline, ApiCapabilities capabilities) => (_deadline, _capabilities) = (deadline, capabilities);

    /// <summary>
    /// Sends a test notification to the devices of the calling account. Needs <c>test-push-notifications</c>, and in 3.11 the role
    /// <c>admin</c>. Since 6.x a server allows this once a second for each account; the client waits.
    /// </summary>
    /// <returns>
    /// The number of devices for which the server queued a notification: 0 for an account that never opened the mobile app. The server
    /// does not report whether the gateway accepted the notification or whether it arrived.
    /// </returns>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.PushDisabled"/>, <see cref="RocketChatErrorKind.Forbidden"/>, or the call failed.
    /// </exception>
    public Task<int> TestAsync(CancellationToken cancellationToken = default) => _deadline.RunAsync(TestAsync, cancellationToken);

    private async Task<int> TestAsync(ApiCall call)
    {
        try
        {
            return await _capabilities.PushTest.UseAsync(
                async () =>
                {
                    var request = ApiRequest.Post("push.test", JsonBody.Of()) with { Changes = [] };
                    var answer = await call.SendAsync(request).ConfigureAwait(false);
                    return (int)(answer.Root.Integer("tokensCount") ?? throw answer.Unexpected("the number of devices is missing"));
                },
                async () => CountIn(await call.CallMethodAsync("push_test", LongestWait).ConfigureAwait(false))).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (exception.Code == "error-no-tokens-for-this-user")
        {
            return 0;
        }
        catch (RocketChatException exception) when (exception.Code == "error-push-disabled")
        {
            throw RocketChatException.CausedBy(
                exception, RocketChatErrorKind.PushDisabled, "Push notifications are disabled on the server (Push_enable).");
        }
    }

    // {"message":"Your_push_was_sent_to_s_devices","params":[1]}, seen in 3.11 and 6.5.
    private static int CountIn(JsonElement result)
    {
        foreach (var item in result.Items("params"))
        {
            if (int.TryParse(item.ToString(), CultureInfo.InvariantCulture, out var count))
            {
                return count;
            }
        }

        throw new RocketChatException(RocketChatErrorKind.UnexpectedAnswer, "The answer of the method push_test has no number of devices.");
    }
}
