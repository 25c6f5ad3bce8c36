using System.Net;
using System.Net.Http;
using System.Text;
using RocketChat.Client.Connections;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Options;

namespace RocketChat.Client.Federation;

/// <summary>
/// Calls public endpoints, perhaps on another host: without the account, the gateway's headers and the client certificate, which are
/// for the workspace only.
/// </summary>
internal sealed class PublicHttp(
    RocketChatClientOptions options, MachineRoots roots, Redactor redactor, TimeProvider time, Func<IPAddress, bool>? isPublic = null)
{
    private const int MostBytes = 1024 * 1024;

    /// <param name="url">The whole address.</param>
    /// <param name="body">JSON to post; null to get.</param>
    /// <param name="header">A header to add.</param>
    /// <param name="addresses">The addresses of the host; empty to resolve its name.</param>
    /// <param name="mustBePublic">Whether only addresses on the internet are allowed.</param>
    /// <param name="cancellationToken">Ends the call with an exception.</param>
    /// <returns>The answer, which may be a redirect; if none came in time, status 0 and the reason.</returns>
    public async Task<PublicAnswer> SendAsync(
        Uri url,
        string? body,
        (string Name, string Value)? header,
        IReadOnlyList<IPAddress> addresses,
        bool mustBePublic,
        CancellationToken cancellationToken)
    {
        var connection = new PublicConnection(addresses, mustBePublic, isPublic ?? NetworkAddress.IsPublic);
        using var timeout = new CancellationTokenSource(options.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, url);
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        if (header is { } extra)
        {
            request.Headers.TryAddWithoutValidation(extra.Name, extra.Value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        try
        {
            using var http = new HttpClient(Handler(url, addresses, connection))
            {
                MaxResponseContentBufferSize = MostBytes,
                Timeout = Timeout.InfiniteTimeSpan,
            };
            using var response = await http.SendAsync(request, either.Token).ConfigureAwait(false);

            // Bytes, because .NET reads no text in a character set that it does not know.
            var content = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            var mediaType = response.Content.Headers.ContentType?.MediaType;
            var raw = new RawAnswer((int)response.StatusCode, mediaType, content, Headers(response));
            return new PublicAnswer(raw, "", redactor) { IsPublic = connection.IsPublic };
        }
        catch (Exception failure) when (
            failure is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var reason = timeout.IsCancellationRequested
                ? $"no answer within {options.RequestTimeout.TotalSeconds:0.###} s"
                : (failure.InnerException ?? failure).Message;
            return new PublicAnswer(null, reason, redactor);
        }
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response) =>
        response.Headers.NonValidated.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    private SocketsHttpHandler Handler(Uri url, IReadOnlyList<IPAddress> addresses, PublicConnection connection)
    {
        var handler = HandlerFactory.Create(options with { Tls = options.Tls with { ClientCertificate = null, ClientKey = null } }, roots);
        if (addresses.Count > 0 || handler.Proxy?.GetProxy(url) is null || handler.Proxy.IsBypassed(url))
        {
            handler.UseProxy = false;
            handler.ConnectCallback = connection.ConnectAsync;
        }
        else if (KnownAddress(url.Host) is { } address)
        {
            connection.Refuse(url.Host, address);
        }

        return handler;
    }

    // The proxy resolves all other names. Those below localhost are loopback everywhere (RFC 6761): the proxy's own.
    private static IPAddress? KnownAddress(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address
        : $".{host.TrimEnd('.')}".EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : null;
}
