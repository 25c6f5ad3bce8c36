namespace RocketChat.Client.Http;

/// <summary>The pair of headers that proves the identity of the caller.</summary>
internal sealed class Session(string userId, string authToken)
{
    public string UserId { get; } = userId;

    public string AuthToken { get; } = authToken;
}
