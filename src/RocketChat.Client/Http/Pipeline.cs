namespace RocketChat.Client;

/// <summary>From a request that an area wants to an answer that it can use: adds who calls.</summary>
internal sealed class Pipeline(Exchange exchange, Authenticator authenticator)
{
    public async Task<ApiResponse> SendAsync(ApiRequest request, Operation operation)
    {
        var session = await authenticator.GetSessionAsync(operation).ConfigureAwait(false);
        return await exchange.SendAsync(request with { Session = session }, operation).ConfigureAwait(false);
    }
}
