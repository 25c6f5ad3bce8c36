using RocketChat.Client;

namespace RocketTfProvider.Commands.Permissions;

/// <summary>The rights of the account that calls, in the workspace as a whole.</summary>
internal sealed class AccountRights
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _holders;
    private readonly IReadOnlyList<string> _roles;

    private AccountRights(User account, IReadOnlyList<string> roles, IReadOnlyDictionary<string, IReadOnlyList<string>> holders) =>
        (Account, _roles, _holders) = (account, roles, holders);

    public User Account { get; }

    /// <returns>The rights; null if the server does not show the account its own roles, or the permissions.</returns>
    /// <exception cref="RocketChatException">A call failed.</exception>
    public static async Task<AccountRights?> ReadAsync(RocketChatClient client, CancellationToken cancellationToken)
    {
        var account = await client.Account.GetAsync(cancellationToken);
        if (account.Roles is not { } roles)
        {
            return null;
        }

        try
        {
            return new(account, roles, await client.Account.GetPermissionsAsync(cancellationToken));
        }
        catch (RocketChatException failure) when (failure.Kind is RocketChatErrorKind.Forbidden or RocketChatErrorKind.Rejected)
        {
            return null;
        }
    }

    /// <summary>Whether a role of the account has the permission; true for one that the server's version does not have.</summary>
    public bool Has(string permission) => !_holders.TryGetValue(permission, out var holders) || holders.Intersect(_roles).Any();
}
