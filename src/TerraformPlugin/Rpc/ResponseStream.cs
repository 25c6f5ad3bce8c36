using Google.Protobuf;
using Grpc.Core;

namespace TerraformPlugin.Rpc;

/// <summary>The answers of a call that may give several.</summary>
internal sealed class ResponseStream<TMessage>(RpcCall call) : IServerStreamWriter<TMessage>
    where TMessage : class, IMessage
{
    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(TMessage message) => WriteAsync(message, call.CancellationToken);

    public Task WriteAsync(TMessage message, CancellationToken cancellationToken) => call.WriteAsync(message, cancellationToken);
}
