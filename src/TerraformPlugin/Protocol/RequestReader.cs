using Google.Protobuf;
using Grpc.Core;

namespace TerraformPlugin.Protocol;

/// <summary>Reads the requests of one type from a stream that <see cref="RpcMethods"/> bound for any message.</summary>
internal sealed class RequestReader<TMessage>(IAsyncStreamReader<IMessage> requests) : IAsyncStreamReader<TMessage>
    where TMessage : class, IMessage
{
    public TMessage Current => (TMessage)requests.Current;

    public Task<bool> MoveNext(CancellationToken cancellationToken) => requests.MoveNext(cancellationToken);
}
