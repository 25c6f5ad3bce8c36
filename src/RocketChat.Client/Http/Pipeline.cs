using Microsoft.Extensions.Logging;

namespace RocketChat.Client;

/// <summary>
/// From a request that an area wants to an answer that it can use: shares identical reads, adds who calls, answers a second-factor
/// challenge once, and renews a session that expired once.
/// </summary>
internal sealed class Pipeline(Exchange exchange, Authenticator authenticator, SecondFactor secondFactor, SharedReads sharedReads, TimeProvider time, ILogger logger)
{
    public async Task<ApiResponse> SendAsync(ApiRequest request, Operation operation)
    {
        if (request.IsRead)
        {
            return await sharedReads.GetAsync(
                request, (deadline, token) => ProveAndSendAsync(request, new Operation(this, time, deadline, token)), operation.Token).ConfigureAwait(false);
        }

        try
        {
            return await ProveAndSendAsync(request, operation).ConfigureAwait(false);
        }
        finally
        {
            sharedReads.Forget();
        }
    }

    private async Task<ApiResponse> ProveAndSendAsync(ApiRequest request, Operation operation)
    {
        var session = await authenticator.GetSessionAsync(operation).ConfigureAwait(false);
        var renewed = false;
        SecondFactorCode? code = null;
        while (true)
        {
            try
            {
                return await exchange.SendAsync(request with { Session = session, SecondFactor = code }, operation).ConfigureAwait(false);
            }
            catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.Unauthorized && authenticator.CanRenew && !renewed)
            {
                session = await authenticator.RenewAsync(session, operation).ConfigureAwait(false);
                renewed = true;
            }
            catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.SecondFactorRequired)
            {
                var answer = code is null ? secondFactor.Answer(exception) : null;
                code = answer ?? throw secondFactor.Explain(exception);
                logger.ProvingSecondFactor(code.Method);
            }
        }
    }
}
