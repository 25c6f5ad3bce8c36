using Google.Protobuf;
using Grpc.Core;

namespace TerraformPlugin.Hosting;

/// <summary>Writes messages of one type to a stream of any.</summary>
internal sealed class RpcWriter<TMessage>(IServerStreamWriter<IMessage> inner) : IServerStreamWriter<TMessage>
    where TMessage : class, IMessage
{
    public WriteOptions? WriteOptions
    {
        get => inner.WriteOptions;
        set => inner.WriteOptions = value;
    }

    public Task WriteAsync(TMessage message) => inner.WriteAsync(message);

    public Task WriteAsync(TMessage message, CancellationToken cancellationToken) => inner.WriteAsync(message, cancellationToken);
}
