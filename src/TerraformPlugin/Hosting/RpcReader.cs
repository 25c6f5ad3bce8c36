using Google.Protobuf;
using Grpc.Core;

namespace TerraformPlugin.Hosting;

/// <summary>Reads messages of one type from a stream of any.</summary>
internal sealed class RpcReader<TMessage>(IAsyncStreamReader<IMessage> inner) : IAsyncStreamReader<TMessage>
    where TMessage : class, IMessage
{
    public TMessage Current => (TMessage)inner.Current;

    public Task<bool> MoveNext(CancellationToken cancellationToken) => inner.MoveNext(cancellationToken);
}
