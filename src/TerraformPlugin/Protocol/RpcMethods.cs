using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace TerraformPlugin.Protocol;

/// <summary>
/// The gRPC methods of the plugin by path, all bound with the types <see cref="IMessage"/> and <see cref="IMessage"/>. The generated
/// <c>BindService</c> binds each method with its own types through a generic virtual method, and a native program builds the code of every
/// such pair at each start: more than half of the processor time until the first answer.
/// </summary>
internal sealed class RpcMethods
{
    private static readonly Marshaller<IMessage> Answers = new(Write, _ => throw new NotSupportedException("A server reads no answers."));

    private readonly Dictionary<string, Action<ServiceMethodProviderContext<RpcMethods>>> _bindings = new(StringComparer.Ordinal);

    /// <summary>Finds the binding of the method at <paramref name="path"/>, which is <c>/SERVICE/NAME</c>.</summary>
    public bool TryFind(string path, [NotNullWhen(true)] out Action<ServiceMethodProviderContext<RpcMethods>>? binding) =>
        _bindings.TryGetValue(path, out binding);

    /// <summary>Adds a method with one request and one answer.</summary>
    public void Unary<TRequest, TResponse>(
        string service, string name, MessageParser<TRequest> parser, Func<TRequest, ServerCallContext, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage =>
        Add(MethodOf(MethodType.Unary, service, name, parser), (method, context) => context.AddUnaryMethod<IMessage, IMessage>(
            method, [], async (_, request, call) => await handler((TRequest)request, call).ConfigureAwait(false)));

    /// <summary>Adds a method with one request and any number of answers.</summary>
    public void ServerStreaming<TRequest, TResponse>(
        string service,
        string name,
        MessageParser<TRequest> parser,
        Func<TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage =>
        Add(MethodOf(MethodType.ServerStreaming, service, name, parser), (method, context) => context.AddServerStreamingMethod(
            method, [], (_, request, answers, call) => handler((TRequest)request, answers, call)));

    /// <summary>Adds a method with any number of requests and one answer.</summary>
    public void ClientStreaming<TRequest, TResponse>(
        string service,
        string name,
        MessageParser<TRequest> parser,
        Func<IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage =>
        Add(
            MethodOf(MethodType.ClientStreaming, service, name, parser),
            (method, context) => context.AddClientStreamingMethod<IMessage, IMessage>(
                method, [], async (_, requests, call) => await handler(new RequestReader<TRequest>(requests), call).ConfigureAwait(false)));

    /// <summary>Adds a method with any number of requests and of answers.</summary>
    public void DuplexStreaming<TRequest, TResponse>(
        string service,
        string name,
        MessageParser<TRequest> parser,
        Func<IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage =>
        Add(MethodOf(MethodType.DuplexStreaming, service, name, parser), (method, context) => context.AddDuplexStreamingMethod(
            method, [], (_, requests, answers, call) => handler(new RequestReader<TRequest>(requests), answers, call)));

    private static Method<IMessage, IMessage> MethodOf(MethodType type, string service, string name, MessageParser parser) =>
        new(type, service, name, new(Write, payload => parser.ParseFrom(payload.PayloadAsReadOnlySequence())), Answers);

    private static void Write(IMessage message, SerializationContext payload)
    {
        payload.SetPayloadLength(message.CalculateSize());
        message.WriteTo(payload.GetBufferWriter());
        payload.Complete();
    }

    private void Add(
        Method<IMessage, IMessage> method, Action<Method<IMessage, IMessage>, ServiceMethodProviderContext<RpcMethods>> bind) =>
        _bindings.Add(method.FullName, context => bind(method, context));
}
