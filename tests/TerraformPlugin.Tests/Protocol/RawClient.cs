using System.Net;
using System.Net.Http.Headers;
using PluginClient;
using TerraformPlugin.Tests.Hosting;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>Sends what no gRPC client would: any HTTP/2 request, to a plugin without TLS.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly HttpClient _http;

    public RawClient(SamplePlugin plugin)
    {
        var address = new PluginAddress("unix", plugin.Process.Handshake.Address);
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancellationToken) => await address.ConnectAsync(cancellationToken),
        })
        {
            Timeout = SamplePlugin.Limit,
        };
    }

    public async Task<RawAnswer> SendAsync(
        string path,
        HttpContent content,
        string type = "application/grpc",
        string method = "POST",
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"http://localhost{path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        content.Headers.ContentType = type.Length > 0 ? MediaTypeHeaderValue.Parse(type) : null;
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new RawAnswer((int)response.StatusCode, response.Headers, response.TrailingHeaders, body);
    }

    public void Dispose() => _http.Dispose();
}
