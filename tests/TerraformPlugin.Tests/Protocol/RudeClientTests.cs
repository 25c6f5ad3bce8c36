using Grpc.Core;
using PluginClient;
using TerraformPlugin.Tests.Hosting;
using TerraformPlugin.Values;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>Clients that give up, come twice, or do not speak the protocol at all.</summary>
public sealed class RudeClientTests
{
    [Fact]
    public async Task Calls_CancelledInTheMiddle_EndInTheProviderToo()
    {
        const int many = 50;
        await using var plugin = await SamplePlugin.StartAsync(launch => launch with
        {
            Environment = new Dictionary<string, string?> { ["TF_LOG_PROVIDER_SAMPLE"] = "TRACE" },
        });
        var calls = new SampleCalls(plugin.Process.Connection.Invoker);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var config = SampleCalls.WithFault("create:hang");
        var request = new V6.ApplyResourceChange.Types.Request
        {
            TypeName = SampleCalls.TypeName,
            PriorState = SampleCalls.Encode(TfValue.Null),
            PlannedState = (await calls.PlanAsync(TfValue.Null, config)).PlannedState,
            Config = SampleCalls.Encode(config),
        };
        var hanging = Enumerable.Range(0, many)
            .Select(_ => calls.Client.ApplyResourceChangeAsync(request, cancellationToken: end.Token).ResponseAsync)
            .ToList();
        await UntilLoggedAsync(plugin, many, "ApplyResourceChange");
        Assert.DoesNotContain(hanging, call => call.IsCompleted);

        await end.CancelAsync();

        foreach (var call in hanging)
        {
            Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call)).StatusCode);
        }

        // Each call is told of twice, when it begins and when it has ended.
        await UntilLoggedAsync(plugin, 2 * many, "ApplyResourceChange");
        Answers.AssertClean(await calls.ChangeAsync(TfValue.Null, SampleCalls.Config()));
        Assert.Equal(0, await plugin.Process.ShutdownAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Connect_TwoClientsAtOnce_EachIsServedAndOneMayLeave()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        var calls = new SampleCalls(plugin.Process.Connection.Invoker);
        using (var second = PluginConnection.Open(plugin.Process.Handshake, plugin.Identity))
        {
            var others = new SampleCalls(second.Invoker);
            var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
                (i % 2 == 0 ? calls : others).ReadAsync(SampleCalls.Config(("id", TfValue.Of($"n{i}"))))));
            Assert.Equal(
                Enumerable.Range(0, 50).Select(i => $"n{i}"),
                answers.Select(answer => SampleCalls.Decode(answer.NewState).Attributes["id"].String));
        }

        Answers.AssertClean(await calls.ReadAsync(SampleCalls.Config(("id", TfValue.Of("a")))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connect_RandomBytes_DisturbNobody(bool tls)
    {
        await using var plugin = await SamplePlugin.StartAsync(launch => tls ? launch : launch with { Identity = null });
        var address = new PluginAddress("unix", plugin.Process.Handshake.Address);
#pragma warning disable CA5394 // Repeatable on purpose.
        var random = new Random(7);
        for (var i = 0; i < 40; i++)
        {
            var noise = new byte[random.Next(1, 400)];
            random.NextBytes(noise);

            // Half of them begin as HTTP/2 does, or as TLS does.
            byte[] beginning =
                i % 2 == 0 ? [] : tls ? [0x16, 0x03, 0x01, 0x00] : [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, 0, 0, 0, 4, 0, 0, 0, 0, 0];
            await using var connection = await address.ConnectAsync(TestContext.Current.CancellationToken);
            await connection.WriteAsync((byte[])[.. beginning, .. noise], TestContext.Current.CancellationToken);
        }
#pragma warning restore CA5394

        Answers.AssertClean(
            await new SampleCalls(plugin.Process.Connection.Invoker).ReadAsync(SampleCalls.Config(("id", TfValue.Of("a")))));
    }

    [Fact]
    public async Task Call_BodyThatIsNoMessage_IsAnErrorOfTheTransportOnly()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        var bytes = Marshallers.Create<byte[]>(b => b, b => b);
#pragma warning disable CA5394 // Repeatable on purpose.
        var random = new Random(11);
        var unary = V6.Provider.Descriptor.Methods.Where(m => m is { IsClientStreaming: false, IsServerStreaming: false });
        foreach (var method in unary.Where(m => m.Name != "StopProvider"))
        {
            var call = new Method<byte[], byte[]>(MethodType.Unary, method.Service.FullName, method.Name, bytes, bytes);
            for (var i = 0; i < 10; i++)
            {
                var noise = new byte[random.Next(1, 200)];
                random.NextBytes(noise);
                try
                {
                    await plugin.Process.Connection.Invoker.AsyncUnaryCall(call, null, SampleCalls.Options, noise);
                }
                catch (RpcException refusal)
                {
                    Assert.NotEqual(StatusCode.DeadlineExceeded, refusal.StatusCode);
                    Assert.NotEqual(StatusCode.Unavailable, refusal.StatusCode);
                }
            }
        }
#pragma warning restore CA5394

        Answers.AssertClean(
            await new SampleCalls(plugin.Process.Connection.Invoker).ReadAsync(SampleCalls.Config(("id", TfValue.Of("a")))));
    }

    private static async Task UntilLoggedAsync(SamplePlugin plugin, int times, string text)
    {
        var deadline = DateTime.UtcNow + SamplePlugin.Limit;
        while (plugin.Process.ErrorLines.Count(line => line.Contains(text, StringComparison.Ordinal)) < times)
        {
            Assert.True(
                DateTime.UtcNow < deadline,
                $"\"{text}\" was not logged {times} times: {string.Join('\n', plugin.Process.ErrorLines.TakeLast(5))}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
