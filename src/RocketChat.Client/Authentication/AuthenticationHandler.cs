using Microsoft.Extensions.Logging;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Logging;

namespace RocketChat.Client.Authentication;

/// <summary>Adds the session, answers a second-factor challenge once, and renews an expired session once.</summary>
internal sealed class AuthenticationHandler(IRequestHandler next, Authenticator authenticator, SecondFactor secondFactor, ILogger logger)
    : IRequestHandler
{
    // Asked for once, and only where the remedy for a challenge depends on it.
    private ServerVersion? _version;

    public async Task<ApiResponse> SendAsync(ApiRequest request, ApiCall call)
    {
        var session = await authenticator.GetSessionAsync(call).ConfigureAwait(false);
        var renewed = false;
        SecondFactorCode? code = null;
        while (true)
        {
            try
            {
                return await next.SendAsync(request with { Session = session, SecondFactor = code }, call).ConfigureAwait(false);
            }
            catch (RocketChatException exception) when (
                exception.Kind == RocketChatErrorKind.Unauthorized && authenticator.CanRenew && !renewed)
            {
                session = await authenticator.RenewAsync(session, call).ConfigureAwait(false);
                renewed = true;
            }
            catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.SecondFactorRequired)
            {
                var answer = code is null ? secondFactor.Answer(exception) : null;
                code = answer ?? throw secondFactor.Explain(
                    exception, secondFactor.DependsOnVersion(exception) ? await FindVersionAsync(call).ConfigureAwait(false) : null);
                logger.ProvingSecondFactor(code.Method);
            }
        }
    }

    private async Task<ServerVersion?> FindVersionAsync(ApiCall call)
    {
        try
        {
            return _version ??= ServerVersion.In(await next.SendAsync(new ApiRequest("GET", "/api/info"), call).ConfigureAwait(false));
        }
        catch (RocketChatException)
        {
            return null;
        }
    }
}
