using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Users;

namespace RocketChat.Client.Account;

/// <summary>The account that calls.</summary>
public sealed class AccountApi
{
    private readonly DeadlineHandler _deadline;

    internal AccountApi(DeadlineHandler deadline) => _deadline = deadline;

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
