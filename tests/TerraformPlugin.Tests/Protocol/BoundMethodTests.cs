using Google.Protobuf.Reflection;
using Grpc.Core;
using PluginClient.Protocol.V6;
using TerraformPlugin.Tests.Hosting;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>Methods are bound by a list of their names: none may be missing from it.</summary>
public sealed class BoundMethodTests
{
    private static readonly Marshaller<byte[]> Bytes = new(bytes => bytes, bytes => bytes);

    [Fact]
    public async Task EveryMethodOfTheProtocol_IsBound()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        var missing = new List<string>();
        foreach (var method in Provider.Descriptor.Methods)
        {
            if (await CallAsync(plugin.Process.Connection.Invoker, method) == StatusCode.Unimplemented)
            {
                missing.Add(method.Name);
            }
        }

        Assert.Empty(missing);
        Assert.Equal(36, Provider.Descriptor.Methods.Count);
    }

    // On the wire, one empty request is the same whether the method streams or not.
    private static async Task<StatusCode> CallAsync(CallInvoker invoker, MethodDescriptor descriptor)
    {
        var method = new Method<byte[], byte[]>(MethodType.DuplexStreaming, descriptor.Service.FullName, descriptor.Name, Bytes, Bytes);
        using var call = invoker.AsyncDuplexStreamingCall(
            method, null, SampleCalls.Options);
        try
        {
            await call.RequestStream.WriteAsync([]);
            await call.RequestStream.CompleteAsync();
            while (await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
            {
            }
        }
        catch (RpcException refusal)
        {
            return refusal.StatusCode;
        }

        return call.GetStatus().StatusCode;
    }
}
