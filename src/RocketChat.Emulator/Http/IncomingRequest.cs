using System.Net;
using Microsoft.AspNetCore.Http;

namespace RocketChat.Emulator.Http;

/// <summary>A request as it came, body included.</summary>
internal sealed record IncomingRequest(
    string Method, string Path, IQueryCollection Query, string QueryString, IHeaderDictionary Headers, byte[] Body, IPAddress Address)
{
    public string MediaType => Headers.ContentType.ToString().Split(';')[0].Trim();

    public static async Task<IncomingRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return new IncomingRequest(
            request.Method,
            request.Path.Value ?? "/",
            request.Query,
            request.QueryString.Value ?? "",
            request.Headers,
            body.ToArray(),
            request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.Loopback);
    }
}
