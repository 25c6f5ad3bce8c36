using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Options;
using RocketChat.Client.Users;

namespace RocketChat.Client.Account;

/// <summary>The account that calls.</summary>
public sealed class AccountApi
{
    private readonly DeadlineHandler _deadline;
    private readonly Credentials _credentials;

    internal AccountApi(DeadlineHandler deadline, Credentials credentials) => (_deadline, _credentials) = (deadline, credentials);

    /// <summary>The account itself (<c>GET me</c>): the cheapest proof that address and credentials work.</summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<User> GetAsync(CancellationToken cancellationToken = default) => _deadline.RunAsync(GetAsync, cancellationToken);

    /// <summary>
    /// The roles that have each permission of the workspace, by the permission's id (<c>GET permissions.listAll</c>). A role counts
    /// everywhere for users who have it in the workspace, and in one room for users who have it there.
    /// </summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> GetPermissionsAsync(CancellationToken cancellationToken = default) =>
        _deadline.RunAsync(GetPermissionsAsync, cancellationToken);

    /// <summary>
    /// Whether the personal access token of this client ignores the second factor, which Rocket.Chat asks for before it writes a setting
    /// (<c>GET users.getPersonalAccessTokens</c>). Null for a password, for a token of another kind, and if the account may not see its
    /// tokens.
    /// </summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public async Task<bool?> IgnoresSecondFactorAsync(CancellationToken cancellationToken = default)
    {
        if (_credentials is not AccessTokenCredentials { AuthToken: var own })
        {
            return null;
        }

        try
        {
            return await _deadline.RunAsync(call => IgnoresSecondFactorAsync(own, call), cancellationToken).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (exception.Kind is RocketChatErrorKind.Forbidden or RocketChatErrorKind.Rejected)
        {
            return null;
        }
    }

    private static async Task<bool?> IgnoresSecondFactorAsync(string own, ApiCall call)
    {
        var answer = await call.SendAsync(ApiRequest.Get("users.getPersonalAccessTokens")).ConfigureAwait(false);
        return (from token in answer.Root.Items("tokens")
                where token.NonEmptyString("lastTokenPart") is { } end && own.EndsWith(end, StringComparison.Ordinal)
                select token.Bool("bypassTwoFactor") ?? false).Cast<bool?>().FirstOrDefault();
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> GetPermissionsAsync(ApiCall call)
    {
        var answer = await call.SendAsync(ApiRequest.Get("permissions.listAll")).ConfigureAwait(false);
        var permissions = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var permission in answer.Root.Items("update"))
        {
            if (permission.NonEmptyString("_id") is { } id)
            {
                permissions[id] = permission.Strings("roles") ?? [];
            }
        }

        return permissions;
    }

    private static async Task<User> GetAsync(ApiCall call)
    {
        var answer = await call.SendAsync(ApiRequest.Get("me")).ConfigureAwait(false);
        return User.From(answer.Root) ?? throw answer.Unexpected("the user has no id");
    }
}
