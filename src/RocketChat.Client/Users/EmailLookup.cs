using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Users;

/// <summary>Finds a user by email address.</summary>
internal static class EmailLookup
{
    public static async Task<User?> FindAsync(string email, ApiCall call)
    {
        if (await AskAsync(email, call).ConfigureAwait(false) is { } user)
        {
            return user;
        }

        // Some versions refuse the parameter, others ignore it and answer about another user, without a clear error.
        var users = await UsersApi.ListAsync(call).ConfigureAwait(false);
        return users.FirstOrDefault(candidate => Has(candidate, email))
            ?? (users.Any(candidate => candidate.Emails is { Count: > 0 })
                ? null
                : throw new RocketChatException(
                    RocketChatErrorKind.Forbidden,
                    "The server does not show email addresses to this account; that needs the permission view-full-other-user-info."));
    }

    private static async Task<User?> AskAsync(string email, ApiCall call)
    {
        try
        {
            var request = ApiRequest.Get("users.info", ("email", email)) with { IsLookup = true, MaxAge = ApiRequest.Recent };
            var answer = await call.SendAsync(request).ConfigureAwait(false);
            return User.From(answer.Required("user")) is { } user && Has(user, email) ? user : null;
        }
        catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.Rejected)
        {
            return null;
        }
    }

    private static bool Has(User user, string email) => user.Emails?.Contains(email, StringComparer.OrdinalIgnoreCase) == true;
}
