namespace RocketChat.Client.Options;

/// <summary>
/// A personal access token (or any auth token) and the id of its user; the server requires both. The client never logs it out.
/// </summary>
/// <param name="UserId">The user's id, as shown beside the token when it was created.</param>
/// <param name="AuthToken">The token.</param>
public sealed record AccessTokenCredentials(string UserId, string AuthToken) : Credentials
{
    /// <inheritdoc/>
    public override string ToString() => $"user id {UserId} with an access token";
}
