namespace RocketChat.Client;

/// <summary>The account that calls.</summary>
public sealed class AccountApi
{
    private readonly Operations _operations;

    internal AccountApi(Operations operations) => _operations = operations;

    /// <summary>Who we are (<c>GET me</c>): the cheapest proof that address and credentials work.</summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<User> GetAsync(CancellationToken cancellationToken = default) => _operations.RunAsync(GetAsync, cancellationToken);

    private static async Task<User> GetAsync(Operation operation)
    {
        var answer = await operation.SendAsync(ApiRequest.Get("me") with { IsLookup = true }).ConfigureAwait(false);
        return User.From(answer.Root) ?? throw answer.Unexpected("the user has no id");
    }
}
