using RocketChat.Client.Http;
using RocketChat.Client.Reads;

namespace RocketChat.Client.Users;

/// <summary>The users of the workspace, by id and by user name: one call for a hundred.</summary>
internal sealed class UserDirectory
{
    private readonly Dictionary<string, User> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, User> _byName = new(StringComparer.Ordinal);

    private UserDirectory(IEnumerable<User> users)
    {
        foreach (var user in users)
        {
            _byId[user.Id] = _byName[user.Username] = user;
        }
    }

    public User? FindById(string userId) => _byId.GetValueOrDefault(userId);

    public User? FindByName(string username) => _byName.GetValueOrDefault(username);

    /// <summary>The cost of the directory; null where the list shows less of a user than a lookup.</summary>
    public static async Task<BulkOffer<UserDirectory>?> OfferAsync(ApiCall call)
    {
        var page = await FirstPage.ReadAsync(ApiRequest.Get("users.list"), "users", call).ConfigureAwait(false);
        return new BulkOffer<UserDirectory>(page.FurtherCalls, async running =>
        {
            var items = await page.AllAsync(running).ConfigureAwait(false);
            User[] users = [.. items.Select(User.From).OfType<User>()];
            return Array.TrueForAll(users, IsWhole) ? new UserDirectory(users) : null;
        });
    }

    // Accounts without view-full-other-user-info see no roles in the list.
    private static bool IsWhole(User user) => user is { Active: not null, Type: not null, Roles: not null };
}
