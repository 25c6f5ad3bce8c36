using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>Every method up to protocol 6.11, with an empty request.</summary>
public sealed class EveryMethodTests(SharedSample sample)
{
    private static readonly string[] WithoutFault =
        ["GetMetadata", "GetProviderSchema", "GetResourceIdentitySchemas", "GetFunctions", "StopProvider"];

    // Stops the calls of other tests; it has a test of its own.
    public static TheoryData<string> Methods =>
        [.. V6.Provider.Descriptor.Methods.Select(m => m.Name).Where(name => name != "StopProvider")];

    [Fact]
    public void Methods_OfTheProtocol_AreAllThere() => Assert.Equal(36, V6.Provider.Descriptor.Methods.Count);

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Call_EmptyRequest_IsAnsweredByADiagnostic(string name)
    {
        var invoker = (await sample.ConnectAsync()).Invoker;

        var answer = await CallAsync(invoker, V6.Provider.Descriptor.FindMethodByName(name));

        if (answer is V6.CallFunction.Types.Response function)
        {
            Assert.StartsWith("Unknown function", function.Error.Text, StringComparison.Ordinal);
        }
        else if (WithoutFault.Contains(name))
        {
            Answers.AssertClean(answer);
        }
        else
        {
            Answers.ErrorOf(answer);
        }
    }

    private static async Task<IMessage> CallAsync(CallInvoker invoker, MethodDescriptor descriptor)
    {
        var type = (descriptor.IsClientStreaming, descriptor.IsServerStreaming) switch
        {
            (true, false) => MethodType.ClientStreaming,
            (false, true) => MethodType.ServerStreaming,
            _ => MethodType.Unary,
        };
        var bytes = Marshallers.Create<byte[]>(b => b, b => b);
        var method = new Method<byte[], byte[]>(type, descriptor.Service.FullName, descriptor.Name, bytes, bytes);
        switch (type)
        {
            case MethodType.Unary:
                return descriptor.OutputType.Parser.ParseFrom(await invoker.AsyncUnaryCall(method, null, SampleCalls.Options, []));
            case MethodType.ClientStreaming:
                using (var sending = invoker.AsyncClientStreamingCall(method, null, SampleCalls.Options))
                {
                    await sending.RequestStream.CompleteAsync();
                    return descriptor.OutputType.Parser.ParseFrom(await sending.ResponseAsync);
                }

            default:
                using (var receiving = invoker.AsyncServerStreamingCall(method, null, SampleCalls.Options, []))
                {
                    var messages = await receiving.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken)
                        .ToListAsync(TestContext.Current.CancellationToken);
                    return descriptor.OutputType.Parser.ParseFrom(Assert.Single(messages));
                }
        }
    }
}
