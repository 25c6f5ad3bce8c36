using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Grpc.Core;

namespace TerraformPlugin.Rpc;

/// <summary>The methods that the server has, by the paths of their requests.</summary>
internal sealed class RpcMethods
{
    private readonly Dictionary<string, Func<RpcCall, Task>> _byPath = new(StringComparer.Ordinal);

    /// <summary>The method at <paramref name="path"/>: <c>/SERVICE/NAME</c>.</summary>
    public bool TryFind(string path, [NotNullWhen(true)] out Func<RpcCall, Task>? method) => _byPath.TryGetValue(path, out method);

    /// <summary>Adds a method with one request and one answer.</summary>
    public void Unary<TRequest, TResponse>(
        string service, string name, MessageParser<TRequest> parser, Func<TRequest, ServerCallContext, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage =>
        Add(service, name, async call =>
        {
            var request = (TRequest)await call.ReadOnlyAsync(parser).ConfigureAwait(false);
            var answer = await handler(request, call).ConfigureAwait(false);
            await call.AnswerAsync(answer, call.CancellationToken).ConfigureAwait(false);
        });

    /// <summary>Adds a method with one request and any number of answers.</summary>
    public void ServerStreaming<TRequest, TResponse>(
        string service, string name, MessageParser<TRequest> parser, Func<TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage =>
        Add(service, name, async call =>
        {
            var request = (TRequest)await call.ReadOnlyAsync(parser).ConfigureAwait(false);
            await handler(request, new ResponseStream<TResponse>(call), call).ConfigureAwait(false);
        });

    /// <summary>Adds a method with any number of requests and one answer.</summary>
    public void ClientStreaming<TRequest, TResponse>(
        string service, string name, MessageParser<TRequest> parser, Func<IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage =>
        Add(service, name, async call =>
        {
            var answer = await handler(new RequestStream<TRequest>(call, parser), call).ConfigureAwait(false);
            await call.AnswerAsync(answer, call.CancellationToken).ConfigureAwait(false);
        });

    /// <summary>Adds a method with any number of requests and of answers.</summary>
    public void DuplexStreaming<TRequest, TResponse>(
        string service, string name, MessageParser<TRequest> parser, Func<IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage =>
        Add(service, name, call => handler(new RequestStream<TRequest>(call, parser), new ResponseStream<TResponse>(call), call));

    private void Add(string service, string name, Func<RpcCall, Task> method) => _byPath.Add($"/{service}/{name}", method);
}
