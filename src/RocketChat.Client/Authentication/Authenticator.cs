using Microsoft.Extensions.Logging;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Logging;
using RocketChat.Client.Options;

namespace RocketChat.Client.Authentication;

/// <summary>
/// Holds the session to send requests with: an access token from the options, or a session that the first request opens and that is
/// closed at the end.
/// </summary>
internal sealed class Authenticator(
    Credentials credentials, IRequestHandler next, SecondFactor secondFactor, Redactor redactor, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Session? _given = credentials is AccessTokenCredentials token ? new Session(token.UserId, token.AuthToken) : null;
    private volatile Session? _own;
    private RocketChatException? _refusal;

    /// <summary>Whether an expired session can be replaced: only one that the client opened itself.</summary>
    public bool CanRenew => _given is null;

    /// <summary>The current session; the first call logs in, once for all concurrent callers.</summary>
    public async Task<Session> GetSessionAsync(ApiCall call) =>
        _given ?? _own ?? await OpenAsync(expired: null, call).ConfigureAwait(false);

    /// <summary>A new session in place of an expired one, opened once for all concurrent callers.</summary>
    public Task<Session> RenewAsync(Session expired, ApiCall call) => OpenAsync(expired, call);

    /// <summary>Closes the session that the client opened, if there is one.</summary>
    public async Task LogOutAsync(ApiCall call)
    {
        if (_own is { } session)
        {
            _own = null;
            await next.SendAsync(ApiRequest.Post("logout", "{}") with { Session = session }, call).ConfigureAwait(false);
            logger.LoggedOut();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Session> OpenAsync(Session? expired, ApiCall call)
    {
        await _turn.WaitAsync(call.Token).ConfigureAwait(false);
        try
        {
            if (_own is { } session && session != expired)
            {
                return session;
            }

            // A wrong password stays wrong: more attempts would only lock the account.
            return _own = _refusal is null ? await LogInAsync(call).ConfigureAwait(false) : throw _refusal;
        }
        catch (RocketChatException exception) when (
            exception.Kind is RocketChatErrorKind.Unauthorized or RocketChatErrorKind.SecondFactorRequired)
        {
            _refusal = exception;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Session> LogInAsync(ApiCall call)
    {
        ApiResponse answer;
        try
        {
            answer = await SendAsync(secondFactor.AtLogin, call).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.SecondFactorRequired)
        {
            var code = secondFactor.Answer(exception) ?? secondFactor.ByServersClock(exception) ?? throw secondFactor.Explain(exception);
            answer = await AnswerChallengeAsync(code, call).ConfigureAwait(false);
        }

        var data = answer.Required("data");
        var (userId, authToken) = (data.NonEmptyString("userId"), data.NonEmptyString("authToken"));
        if (userId is null || authToken is null || !HeaderValue.IsValid(userId + authToken))
        {
            throw answer.Unexpected("user id or token is missing");
        }

        var session = new Session(userId, authToken);
        redactor.AddToken(session.AuthToken);
        logger.LoggedIn();
        return session;
    }

    private async Task<ApiResponse> AnswerChallengeAsync(SecondFactorCode code, ApiCall call)
    {
        try
        {
            logger.ProvingSecondFactor(code.Method);
            return await SendAsync(code, call).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.SecondFactorRequired)
        {
            throw secondFactor.Explain(exception);
        }
    }

    private Task<ApiResponse> SendAsync(SecondFactorCode? code, ApiCall call)
    {
        var account = (PasswordCredentials)credentials;
        var request = ApiRequest.Post("login", "") with
        {
            BodyAtSending = () => JsonBody.Of(("user", account.Username), ("password", account.Password), ("code", code?.Code)),

            // A lost answer leaves an unused session behind, which does no harm.
            MayRepeat = true,
        };
        return next.SendAsync(request, call);
    }
}
