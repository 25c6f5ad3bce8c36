using Grpc.Core;
using PluginClient;
using SampleProvider;
using SampleProvider.Echo;
using TerraformPlugin.Tests.Hosting;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>The two forms without TLS: TF_DISABLE_PLUGIN_TLS, and the debug mode that many CLI runs share.</summary>
public sealed class WithoutTlsProtocolTests
{
    private static readonly TfType Provider = new SampleProviderPlugin().Schema.Type;
    private static readonly TfType Echo = new EchoDataSource(() => default).Schema.Type;

    [Fact]
    public async Task DisabledTls_WholeLife_GoesThrough()
    {
        await using var plugin = await SamplePlugin.StartAsync(launch => launch with { Identity = null });
        var calls = new SampleCalls(plugin.Process.Connection.Invoker);

        await ConfigureAsync(calls, "hello");

        Assert.Equal("hello", await GreetingAsync(calls));
        Answers.AssertClean(await calls.ChangeAsync(TfValue.Null, SampleCalls.Config()));
    }

    [Fact]
    public async Task Debug_ConfiguredAgainAndAgain_TheLastOneHolds()
    {
        using var folder = new TempFolder();
        using var process = ByHandProcessTests.Start(["-debug"], folder.Path);
        try
        {
            var address = PluginAddress.FromReattach(
                await ByHandProcessTests.ReadReattachAsync(process), "registry.terraform.io/example/sample");
            for (var run = 0; run < 3; run++)
            {
                using var connection = PluginConnection.Attach(address);
                var calls = new SampleCalls(connection.Invoker);
                Answers.AssertClean(await calls.Client.GetProviderSchemaAsync(new(), SampleCalls.Options));
                await ConfigureAsync(calls, $"run {run}");
                Assert.Equal($"run {run}", await GreetingAsync(calls));
            }

            using var one = PluginConnection.Attach(address);
            using var other = PluginConnection.Attach(address);
            await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(i => new[] { UseAsync(one.Invoker, i), UseAsync(other.Invoker, i) }));
            await ConfigureAsync(new SampleCalls(one.Invoker), "last");
            Assert.Equal("last", await GreetingAsync(new SampleCalls(other.Invoker)));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task UseAsync(CallInvoker invoker, int number)
    {
        var calls = new SampleCalls(invoker);
        await ConfigureAsync(calls, $"number {number}");
        Assert.StartsWith("number ", await GreetingAsync(calls), StringComparison.Ordinal);
    }

    private static async Task ConfigureAsync(SampleCalls calls, string greeting)
    {
        var config = SampleCalls.Encode(Object(("greeting", String(greeting)), ("fault", TfValue.Null)), Provider);
        Answers.AssertClean(await calls.Client.ValidateProviderConfigAsync(new() { Config = config }, SampleCalls.Options));
        Answers.AssertClean(
            await calls.Client.ConfigureProviderAsync(new() { Config = config, TerraformVersion = "1.11.4" }, SampleCalls.Options));
    }

    private static async Task<string> GreetingAsync(SampleCalls calls)
    {
        var config = Object(
            ("text", String("x")), ("more", TfValue.Null), ("fault", TfValue.Null), ("greeting", TfValue.Null), ("answer", TfValue.Null));
        var answer = await calls.Client.ReadDataSourceAsync(
            new() { TypeName = "sample_echo", Config = SampleCalls.Encode(config, Echo) }, SampleCalls.Options);
        Answers.AssertClean(answer);
        return TfMsgPack.Decode(answer.State.Msgpack.Memory, Echo).Attributes["greeting"].String;
    }
}
