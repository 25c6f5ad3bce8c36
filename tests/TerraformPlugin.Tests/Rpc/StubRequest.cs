using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TerraformPlugin.Rpc;

namespace TerraformPlugin.Tests.Rpc;

/// <summary>A request without a web server, and what was answered to it.</summary>
internal sealed class StubRequest : IRequestBodyPipeFeature, IHttpResponseTrailersFeature, IHttpRequestLifetimeFeature, IDisposable
{
    private readonly HttpRequestFeature _head = new() { Method = "POST", Path = "/stub.Service/Method" };
    private readonly HttpResponseFeature _answer = new();
    private readonly MemoryStream _answered = new();
    private readonly CancellationTokenSource _aborted = new();
    private readonly Pipe _body = new();

    public StubRequest()
    {
        RequestAborted = _aborted.Token;
        _head.Headers.ContentType = "application/grpc";
    }

    public string Method { set => _head.Method = value; }

    public string Path { set => _head.Path = value; }

    public IHeaderDictionary Headers => _head.Headers;

    public PipeReader Reader => _body.Reader;

    public PipeWriter Body => _body.Writer;

    public CancellationToken RequestAborted { get; set; }

    public IHeaderDictionary Trailers { get; set; } = new HeaderDictionary();

    public int HttpStatus => _answer.StatusCode;

    public IHeaderDictionary AnswerHeaders => _answer.Headers;

    public byte[] Answered => _answered.ToArray();

    /// <summary>The gRPC status, from wherever the answer has it, and its text.</summary>
    public (string Code, string Text) Status
    {
        get
        {
            var place = Trailers.Count > 0 ? Trailers : AnswerHeaders;
            return (place.GrpcStatus.ToString(), place.GrpcMessage.ToString());
        }
    }

    /// <summary>Ends the connection.</summary>
    public void Abort() => _aborted.Cancel();

    /// <summary>Sends <paramref name="bytes"/>, and with them all there is.</summary>
    public async Task SendAsync(params byte[] bytes)
    {
        await Body.WriteAsync(bytes, TestContext.Current.CancellationToken);
        await Body.CompleteAsync();
    }

    public async Task RunAsync(RpcApplication application)
    {
        var features = new FeatureCollection();
        var answers = new StreamResponseBodyFeature(_answered);
        features.Set<IHttpRequestFeature>(_head);
        features.Set<IHttpResponseFeature>(_answer);
        features.Set<IHttpResponseBodyFeature>(answers);
        features.Set<IRequestBodyPipeFeature>(this);
        features.Set<IHttpResponseTrailersFeature>(this);
        features.Set<IHttpRequestLifetimeFeature>(this);
        var context = application.CreateContext(features);
        await application.ProcessRequestAsync(context);
        await answers.CompleteAsync();
        application.DisposeContext(context, null);
    }

    public void Dispose()
    {
        _aborted.Dispose();
        _answered.Dispose();
    }

    void IHttpRequestLifetimeFeature.Abort() => Abort();
}
