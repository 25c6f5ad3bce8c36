using System.Text.Json;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Dns;

/// <summary>
/// DNS as the server's own resolver sees it: 3.17 to 7.10 (<c>dns.resolve.srv</c>, <c>dns.resolve.txt</c>; any account may). The server
/// takes the first record that it gets, and caches nothing.
/// </summary>
public sealed class ServerDnsApi
{
    private readonly DeadlineHandler _deadline;

    internal ServerDnsApi(DeadlineHandler deadline) => _deadline = deadline;

    /// <summary>The first SRV record at a name; null if this version has no such endpoint.</summary>
    /// <exception cref="RocketChatException">The call failed; says nothing about the record.</exception>
    public Task<ServerDnsAnswer?> ResolveSrvAsync(string name, CancellationToken cancellationToken = default) =>
        ResolveAsync(ApiRequest.Get("dns.resolve.srv", ("url", name)), SrvOf, cancellationToken);

    /// <summary>The first TXT record at a name, its strings joined; null if this version has no such endpoint.</summary>
    /// <exception cref="RocketChatException">The call failed; says nothing about the record.</exception>
    public Task<ServerDnsAnswer?> ResolveTxtAsync(string name, CancellationToken cancellationToken = default)
    {
        // The handler reads the query of this POST; since 5.0 a schema demands the same value in the body.
        var request = ApiRequest.Post("dns.resolve.txt", JsonBody.Of(("url", name))) with
        {
            Query = [("url", name)],
            MayRepeat = true,
            Changes = [],
        };
        return ResolveAsync(
            request, resolved => resolved.ValueKind == JsonValueKind.String ? resolved.GetString() : null, cancellationToken);
    }

    private Task<ServerDnsAnswer?> ResolveAsync(ApiRequest request, Func<JsonElement, string?> read, CancellationToken cancellationToken) =>
        _deadline.RunAsync(
            async call =>
            {
                try
                {
                    var answer = await call.SendAsync(request).ConfigureAwait(false);
                    var value = answer.Root.TryGetProperty("resolved", out var resolved) ? read(resolved) : null;
                    return new ServerDnsAnswer(value, null);
                }
                catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.UnknownEndpoint)
                {
                    return null;
                }
                catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.Rejected)
                {
                    return new ServerDnsAnswer(null, exception.ServerMessage ?? exception.Code);
                }
            },
            cancellationToken);

    private static string? SrvOf(JsonElement resolved) =>
        resolved.ValueKind == JsonValueKind.Object && resolved.NonEmptyString("target") is { } target
            ? $"{Number(resolved, "priority")} {Number(resolved, "weight")} {Number(resolved, "port")} {target.TrimEnd('.')}."
            : null;

    private static string Number(JsonElement resolved, string name) =>
        resolved.TryGetProperty(name, out var number) ? number.GetRawText() : "0";
}
