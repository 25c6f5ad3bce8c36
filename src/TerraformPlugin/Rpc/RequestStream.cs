using Google.Protobuf;
using Grpc.Core;

namespace TerraformPlugin.Rpc;

/// <summary>The requests of a call that may send several.</summary>
internal sealed class RequestStream<TMessage>(RpcCall call, MessageParser<TMessage> parser) : IAsyncStreamReader<TMessage>
    where TMessage : class, IMessage<TMessage>
{
    private TMessage? _current;

    public TMessage Current => _current ?? throw new InvalidOperationException("There is no message here: MoveNext was not called, or said that it was the last.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        _current = (TMessage?)await call.ReadAsync(parser, cancellationToken).ConfigureAwait(false);
        return _current is not null;
    }
}
