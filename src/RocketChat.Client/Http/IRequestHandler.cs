namespace RocketChat.Client.Http;

/// <summary>
/// A link of the chain between a public call and the network: deadline, shared reads, authentication, retry, transport.
/// </summary>
internal interface IRequestHandler
{
    Task<ApiResponse> SendAsync(ApiRequest request, ApiCall call);
}
