using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;

namespace RocketChat.Client.Users;

/// <summary>Finds users: the first few one by one, many in the list of all.</summary>
internal sealed class UserLookup(BulkReads<UserDirectory> allUsers, UserRoomsQuery userRooms)
{
    /// <summary>The user with this id; null if there is none.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="call">The public call.</param>
    /// <param name="isOneOfSeveral">Whether the caller looks up further users at once.</param>
    public async Task<User?> FindByIdAsync(string userId, ApiCall call, bool isOneOfSeveral = false)
    {
        var all = await allUsers.GetAsync(null, call.Token, isOneOfSeveral).ConfigureAwait(false);
        return all?.FindById(userId) ?? await AskAsync(userId, call, TimeSpan.MaxValue).ConfigureAwait(false);
    }

    /// <summary>The same, with an answer that also serves whoever asks for the rooms of the user.</summary>
    public async Task<User?> FindByIdWithRoomsAsync(string userId, ApiCall call)
    {
        var all = await allUsers.GetAsync(null, call.Token).ConfigureAwait(false);
        return all?.FindById(userId) ?? await AskAsync(userId, call, TimeSpan.MaxValue, userRooms.First).ConfigureAwait(false);
    }

    /// <summary>The user with exactly this user name; null if there is none.</summary>
    public async Task<User?> FindByNameAsync(string username, ApiCall call)
    {
        var all = await allUsers.GetAsync(null, call.Token).ConfigureAwait(false);
        return all?.FindByName(username)
            ?? await FindAsync([("username", username)], user => user.Username == username, call, TimeSpan.MaxValue).ConfigureAwait(false);
    }

    /// <summary>The user with this id as the server has shown the user a moment ago.</summary>
    public static Task<User?> FindRecentByIdAsync(string userId, ApiCall call) => AskAsync(userId, call, ApiRequest.Recent);

    // The server compares userId with ids and user names.
    private static Task<User?> AskAsync(
        string userId, ApiCall call, TimeSpan maxAge, params IReadOnlyList<(string Name, string Value)> further) =>
        FindAsync([("userId", userId), .. further], user => user.Id == userId, call, maxAge);

    private static async Task<User?> FindAsync(
        (string Name, string Value)[] query, Predicate<User> isMeant, ApiCall call, TimeSpan maxAge)
    {
        try
        {
            var request = ApiRequest.Get("users.info", query) with { IsLookup = true, MaxAge = maxAge };
            var answer = await call.SendAsync(request).ConfigureAwait(false);
            var user = User.From(answer.Required("user")) ?? throw answer.Unexpected("the user has no id");
            return isMeant(user) ? user : null;
        }
        catch (RocketChatException exception) when (IsUnknownUser(exception))
        {
            return null;
        }
    }

    private static bool IsUnknownUser(RocketChatException exception) =>
        exception is { Kind: RocketChatErrorKind.Rejected, Code: "User not found." or "User not found" or "error-invalid-user" };
}
