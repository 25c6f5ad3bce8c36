using Microsoft.Extensions.Logging;

namespace RocketChat.Client;

/// <summary>Knows who we are: a token that was given, or a session of our own, opened by the first request and closed at the end.</summary>
internal sealed class Authenticator(Credentials credentials, Exchange exchange, Redactor redactor, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Session? _given = credentials is AccessTokenCredentials token ? new Session(token.UserId, token.AuthToken) : null;
    private Session? _own;
    private RocketChatException? _refusal;

    /// <summary>The session to send with; logs in at the first call, once for all that call at the same time.</summary>
    public async Task<Session> GetSessionAsync(Operation operation)
    {
        if ((_given ?? Volatile.Read(ref _own)) is { } session)
        {
            return session;
        }

        await _turn.WaitAsync(operation.Token).ConfigureAwait(false);
        try
        {
            // A wrong password stays wrong: more attempts would only lock the account.
            return _own ?? (_refusal is null ? _own = await LogInAsync(operation).ConfigureAwait(false) : throw _refusal);
        }
        catch (RocketChatException exception) when (exception.Kind is RocketChatErrorKind.Unauthorized or RocketChatErrorKind.SecondFactorRequired)
        {
            _refusal = exception;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes the session that we opened, if we did.</summary>
    public async Task LogOutAsync(Operation operation)
    {
        if (_own is { } session)
        {
            _own = null;
            await exchange.SendAsync(ApiRequest.Post("logout", "{}") with { Session = session }, operation).ConfigureAwait(false);
            logger.LoggedOut();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Session> LogInAsync(Operation operation)
    {
        var account = (PasswordCredentials)credentials;
        var body = JsonBody.Of(("user", account.Username), ("password", account.Password));
        var answer = await exchange.SendAsync(ApiRequest.Post("login", body), operation).ConfigureAwait(false);

        var data = answer.Required("data");
        var session = data.NonEmptyText("userId") is { } userId && data.NonEmptyText("authToken") is { } authToken
            ? new Session(userId, authToken)
            : throw answer.Unexpected("user id or token is missing");
        redactor.Add(session.AuthToken);
        logger.LoggedIn();
        return session;
    }
}
