using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace TerraformPlugin.Hosting;

/// <summary>
/// Tells the server of methods by one pair of types, whatever their messages are. The generated <c>BindService</c> does it with the types
/// of each method and through a generic virtual method, whose code the runtime of a program built ahead of time has to put together for
/// every pair at each start: more than half of the processor's time until the first answer.
/// </summary>
internal sealed class RpcBinder(ServiceMethodProviderContext<GrpcMethods> context)
{
    private static readonly Marshaller<IMessage> Answers = new(Write, _ => throw new NotSupportedException("A server reads no answers."));

    /// <summary>Binds a method with one request and one answer.</summary>
    public void Unary<TRequest, TResponse>(
        string service, string name, MessageParser<TRequest> parser, Func<TRequest, ServerCallContext, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage =>
        context.AddUnaryMethod<IMessage, IMessage>(
            MethodOf(MethodType.Unary, service, name, parser),
            [],
            async (_, request, call) => await handler((TRequest)request, call).ConfigureAwait(false));

    /// <summary>Binds a method with one request and any number of answers.</summary>
    public void ServerStreaming<TRequest, TResponse>(
        string service, string name, MessageParser<TRequest> parser, Func<TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage =>
        context.AddServerStreamingMethod(
            MethodOf(MethodType.ServerStreaming, service, name, parser),
            [],
            (_, request, responses, call) => handler((TRequest)request, new RpcWriter<TResponse>(responses), call));

    /// <summary>Binds a method with any number of requests and one answer.</summary>
    public void ClientStreaming<TRequest, TResponse>(
        string service, string name, MessageParser<TRequest> parser, Func<IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage =>
        context.AddClientStreamingMethod<IMessage, IMessage>(
            MethodOf(MethodType.ClientStreaming, service, name, parser),
            [],
            async (_, requests, call) => await handler(new RpcReader<TRequest>(requests), call).ConfigureAwait(false));

    /// <summary>Binds a method with any number of requests and of answers.</summary>
    public void DuplexStreaming<TRequest, TResponse>(
        string service, string name, MessageParser<TRequest> parser, Func<IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage =>
        context.AddDuplexStreamingMethod(
            MethodOf(MethodType.DuplexStreaming, service, name, parser),
            [],
            (_, requests, responses, call) => handler(new RpcReader<TRequest>(requests), new RpcWriter<TResponse>(responses), call));

    private static Method<IMessage, IMessage> MethodOf(MethodType type, string service, string name, MessageParser parser) => new(
        type, service, name, new Marshaller<IMessage>(Write, payload => parser.ParseFrom(payload.PayloadAsReadOnlySequence())), Answers);

    private static void Write(IMessage message, SerializationContext payload)
    {
        payload.SetPayloadLength(message.CalculateSize());
        message.WriteTo(payload.GetBufferWriter());
        payload.Complete();
    }
}
