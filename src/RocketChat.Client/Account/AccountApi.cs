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

    private static async Task<User> GetAsync(ApiCall call)
    {
        var answer = await call.SendAsync(ApiRequest.Get("me")).ConfigureAwait(false);
        return User.From(answer.Root) ?? throw answer.Unexpected("the user has no id");
    }
}
