using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace RocketChat.Client.Tests.Stub;

/// <summary>A real HTTP server on a loopback port that says what a test tells it to, and remembers what it was asked.</summary>
public sealed class StubServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _handlers = new();
    private readonly ConcurrentQueue<StubRequest> _requests = new();
    private readonly WebApplication _app;

    // The answer of 6.5.3 to an unknown endpoint.
    private RequestDelegate _fallback = context => WriteAsync(context, StubAnswer.Html("404 Not Found", 404));

    private StubServer(X509Certificate2? certificate, X509Certificate2[] intermediates, bool wantsClientCertificate, IPAddress address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(address, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(new HttpsConnectionAdapterOptions
                {
                    ServerCertificate = certificate,
                    ServerCertificateChain = [.. intermediates],
                    ClientCertificateMode = wantsClientCertificate
                        ? ClientCertificateMode.RequireCertificate
                        : ClientCertificateMode.NoCertificate,
                    ClientCertificateValidation = static (_, _, _) => true,
                });
            }
        }));
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    public Uri Url { get; private set; } = new("http://unstarted.invalid");

    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    public static async Task<StubServer> StartAsync(
        X509Certificate2? certificate = null,
        bool wantsClientCertificate = false,
        IPAddress? address = null,
        params X509Certificate2[] intermediates)
    {
        var server = new StubServer(certificate, intermediates, wantsClientCertificate, address ?? IPAddress.Loopback);
        await server._app.StartAsync();
        server.Url = new Uri(server._app.Urls.Single());
        return server;
    }

    /// <summary>Answers one after the other; the last one stays.</summary>
    public StubServer On(string method, string path, params StubAnswer[] answers)
    {
        var queue = new ConcurrentQueue<StubAnswer>(answers);
        return On(
            method,
            path,
            context => WriteAsync(
                context,
                queue.Count > 1
                    && queue.TryDequeue(out var next) ? next : queue.TryPeek(out var last) ? last : throw new InvalidOperationException()));
    }

    public StubServer On(string method, string path, RequestDelegate handler)
    {
        _handlers[$"{method} {path}"] = handler;
        return this;
    }

    /// <summary>Answers whatever has no answer of its own.</summary>
    public StubServer OnAnything(RequestDelegate handler)
    {
        _fallback = handler;
        return this;
    }

    public int Count(string method, string path) => Requests.Count(request => request.Method == method && request.Path == path);

    public StubRequest Only(string method, string path) =>
        Assert.Single(Requests, request => request.Method == method && request.Path == path);

    public static async Task WriteAsync(HttpContext context, StubAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(answer.Body);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _requests.Enqueue(
            new StubRequest(context.Request.Method, context.Request.Path, context.Request.QueryString.ToString(), headers, body));

        context.Items["body"] = body;
        var handler = _handlers.GetValueOrDefault($"{context.Request.Method} {context.Request.Path}", _fallback);
        await handler(context);
    }
}
