using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Users;

/// <summary>The users of the workspace.</summary>
public sealed class UsersApi
{
    private readonly DeadlineHandler _deadline;

    private readonly UserLookup _lookup;

    internal UsersApi(DeadlineHandler deadline, UserLookup lookup) => (_deadline, _lookup) = (deadline, lookup);

    /// <summary>
    /// The user with this id; null if there is none. After many lookups the list of all users is read instead, if that takes fewer calls;
    /// it serves for ten minutes.
    /// </summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="RocketChatException">The call failed; says nothing about the user.</exception>
    public Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return _deadline.RunAsync(call => _lookup.FindByIdAsync(userId, call), cancellationToken);
    }

    /// <summary>
    /// The same as <see cref="FindByIdAsync"/>, for a caller who asks next what the user is in a room: the answer shows the rooms, too, so
    /// <see cref="Owners.RoomOwnersApi.IsOwnerAsync"/> costs no call after it.
    /// </summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="RocketChatException">The call failed; says nothing about the user.</exception>
    public Task<User?> FindByIdWithRoomsAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return _deadline.RunAsync(call => _lookup.FindByIdWithRoomsAsync(userId, call), cancellationToken);
    }

    /// <summary>
    /// The users with these ids, without those who do not exist; in no order. Several are looked up in the list of all users, if that takes
    /// fewer calls.
    /// </summary>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    /// <exception cref="RocketChatException">The call failed; says nothing about the users.</exception>
    public Task<IReadOnlyList<User>> FindByIdsAsync(IReadOnlyCollection<string> userIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        foreach (var userId in userIds)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(userId, nameof(userIds));
        }

        return _deadline.RunAsync<IReadOnlyList<User>>(
            async call =>
            {
                var users = await Task.WhenAll(
                    userIds.Distinct().Select(userId => _lookup.FindByIdAsync(userId, call, userIds.Count > 1))).ConfigureAwait(false);
                return [.. users.OfType<User>()];
            },
            cancellationToken);
    }

    /// <summary>
    /// The user with exactly this user name, case-sensitive as on the server; null if there is none. Many are looked up in the list, too.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="RocketChatException">The call failed; says nothing about the user.</exception>
    public Task<User?> FindByNameAsync(string username, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(username);
        return _deadline.RunAsync(call => _lookup.FindByNameAsync(username, call), cancellationToken);
    }

    /// <summary>
    /// The user with this email address, not case-sensitive; null if there is none. Since 8.4 that is one call; on other versions all users
    /// are listed, a hundred a call.
    /// </summary>
    /// <exception cref="ArgumentException">The address is empty.</exception>
    /// <exception cref="RocketChatException">
    /// The call failed, or the account may not see email addresses (<see cref="RocketChatErrorKind.Forbidden"/>).
    /// </exception>
    public Task<User?> FindByEmailAsync(string email, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return _deadline.RunAsync(call => EmailLookup.FindAsync(email, call), cancellationToken);
    }

    /// <summary>Every user of the workspace, deactivated ones included; in no order.</summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<IReadOnlyList<User>> ListAsync(CancellationToken cancellationToken = default) =>
        _deadline.RunAsync(call => ListAsync(call), cancellationToken);

    internal static async Task<IReadOnlyList<User>> ListAsync(ApiCall call)
    {
        var users = new Dictionary<string, User>(StringComparer.Ordinal);
        var request = ApiRequest.Get("users.list") with { IsLookup = true, MaxAge = ApiRequest.Recent };
        await foreach (var item in call.ListAsync(request, "users").ConfigureAwait(false))
        {
            if (User.From(item) is { } user)
            {
                users[user.Id] = user;
            }
        }

        return [.. users.Values];
    }
}
