using System.IO.Pipelines;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TerraformPlugin.Rpc;

/// <summary>One call: what came with it, and the way back. Of what a method could ask of it, it knows what the methods of a plugin do ask.</summary>
internal sealed class RpcCall : ServerCallContext, IDisposable
{
    private readonly PipeReader _requests;
    private readonly IHttpResponseBodyFeature _responses;
    private readonly CancellationTokenSource? _limit;
    private readonly CancellationTokenSource? _end;

    /// <summary>Reads the head of <paramref name="request"/>; its messages come later.</summary>
    public RpcCall(RpcRequest request, TimeProvider time)
    {
        var head = request.Features.GetRequiredFeature<IHttpRequestFeature>();
        _requests = request.Features.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;
        _responses = request.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        MethodCore = head.Path;
        CancellationTokenCore = request.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        if (RpcTimeout.Parse(head.Headers["grpc-timeout"].ToString()) is { } timeout)
        {
            DeadlineCore = time.GetUtcNow().UtcDateTime + timeout;
            _limit = new CancellationTokenSource(timeout, time);
            _end = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, CancellationTokenCore);
            CancellationTokenCore = _end.Token;
        }
    }

    /// <summary>The status of a call whose token is cancelled.</summary>
    public Status Interruption => _limit is { IsCancellationRequested: true }
        ? new Status(StatusCode.DeadlineExceeded, "The client's time is over.")
        : new Status(StatusCode.Cancelled, "The client has ended the call.");

    protected override string MethodCore { get; }

    protected override DateTime DeadlineCore { get; } = DateTime.MaxValue;

    /// <summary>Cancelled when the client ends the call, is gone, or waits no longer.</summary>
    protected override CancellationToken CancellationTokenCore { get; }

    protected override Status StatusCore { get; set; } = Status.DefaultSuccess;

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override string HostCore => throw NotOffered();

    protected override string PeerCore => throw NotOffered();

    protected override Metadata RequestHeadersCore => throw NotOffered();

    protected override Metadata ResponseTrailersCore => throw NotOffered();

    protected override AuthContext AuthContextCore => throw NotOffered();

    /// <summary>The one request of a call that sends no more than that.</summary>
    /// <exception cref="RpcException">There is none, or one that cannot be read.</exception>
    public async Task<IMessage> ReadOnlyAsync(MessageParser parser) =>
        await ReadAsync(parser, CancellationToken).ConfigureAwait(false)
        ?? throw new RpcException(new Status(StatusCode.Internal, "The request holds no message."));

    /// <summary>The next request; null when there is none any more.</summary>
    /// <exception cref="RpcException">It cannot be read.</exception>
    public ValueTask<IMessage?> ReadAsync(MessageParser parser, CancellationToken cancellationToken) =>
        MessageFrame.ReadAsync(_requests, parser, cancellationToken);

    /// <summary>Gives the one answer of a call; it is sent together with the call's status.</summary>
    public async Task AnswerAsync(IMessage message, CancellationToken cancellationToken)
    {
        await _responses.StartAsync(cancellationToken).ConfigureAwait(false);
        MessageFrame.Write(_responses.Writer, message);
    }

    /// <summary>Gives one of several answers, and sends it at once.</summary>
    public async Task WriteAsync(IMessage message, CancellationToken cancellationToken)
    {
        await AnswerAsync(message, cancellationToken).ConfigureAwait(false);
        await _responses.Writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _end?.Dispose();
        _limit?.Dispose();
    }

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) => throw NotOffered();

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => throw NotOffered();

    private static NotSupportedException NotOffered() => new("No method of a plugin needs this.");
}
