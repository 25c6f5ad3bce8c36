using System.Buffers.Binary;
using System.Net;
using Google.Protobuf;
using PluginClient.Protocol.GrpcHealth;
using TerraformPlugin.Tests.Hosting;
using TerraformPlugin.Values;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>
/// gRPC on the wire, by its specification: <c>doc/PROTOCOL-HTTP2.md</c> of grpc/grpc. The numbers are gRPC's status codes.
/// </summary>
public sealed class WireTests : IAsyncLifetime
{
    private const string Check = "/grpc.health.v1.Health/Check";
    private static readonly byte[] Request = Frame(new HealthCheckRequest { Service = "plugin" });
    private static readonly byte[] Serving =
        Frame(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving });

    private SamplePlugin _plugin = null!;
    private RawClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _plugin = await SamplePlugin.StartAsync(launch => launch with { Identity = null });
        _client = new RawClient(_plugin);
    }

    [Fact]
    public async Task Unary_OneRequest_IsAnsweredWithItsStatusBehind()
    {
        var answer = await _client.SendAsync(Check, new ByteArrayContent(Request));

        Assert.Equal((200, "0"), (answer.HttpStatus, answer.Status));
        Assert.Equal(Serving, answer.Body);
        Assert.Equal("0", Assert.Single(answer.Trailers.GetValues("grpc-status")));
    }

    [Fact]
    public async Task Unary_RequestInSingleBytes_IsPutTogether()
    {
        var answer = await _client.SendAsync(Check, new SingleBytes(Request));

        Assert.Equal("0", answer.Status);
        Assert.Equal(Serving, answer.Body);
    }

    [Theory]
    [InlineData("text/html", 415)]
    [InlineData("application/grpcx", 415)]
    [InlineData("", 415)]
    [InlineData("application/grpc+proto", 200)]
    [InlineData("application/grpc;charset=utf-8", 200)]
    public async Task Request_OfAMediaType_IsServedIfItIsGrpc(string type, int status)
    {
        var answer = await _client.SendAsync(Check, new ByteArrayContent(Request), type);

        Assert.Equal(status, answer.HttpStatus);
        Assert.Equal(status == 200, answer.Status == "0");
    }

    [Theory]
    [InlineData("POST", "/grpc.health.v1.Health/Other")]
    [InlineData("POST", "/other.Service/Check")]
    [InlineData("POST", "/")]
    [InlineData("PUT", Check)]
    public async Task Request_NoSuchMethod_IsUnimplementedAtOnce(string method, string path)
    {
        var answer = await _client.SendAsync(path, new ByteArrayContent(Request), method: method);

        Assert.Equal((200, "12"), (answer.HttpStatus, answer.Status));
        Assert.Equal("12", Assert.Single(answer.Headers.GetValues("grpc-status")));
        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task Request_Compressed_IsUnimplementedAndNamesWhatIsTaken()
    {
        byte[] compressed = [1, .. Request[1..]];

        var answer = await _client.SendAsync(Check, new ByteArrayContent(compressed), headers: [("grpc-encoding", "gzip")]);

        Assert.Equal("12", answer.Status);
        Assert.Equal("identity", Assert.Single(answer.Headers.GetValues("grpc-accept-encoding")));
    }

    [Theory]
    [InlineData(new byte[0], "13")]
    [InlineData(new byte[] { 0, 0, 0 }, "13")]
    [InlineData(new byte[] { 0, 0, 0, 0, 2, 10 }, "13")]
    [InlineData(new byte[] { 1, 0, 0, 0, 0 }, "13")]
    [InlineData(new byte[] { 0, 255, 255, 255, 255, 10 }, "2")]
    [InlineData(new byte[] { 0, 0, 0, 0, 2, 10, 9 }, "2")]
    public async Task Request_DamagedMessage_IsRefusedAndTheNextOneServed(byte[] body, string status)
    {
        var answer = await _client.SendAsync(Check, new ByteArrayContent(body));

        Assert.Equal(status, answer.Status);
        Assert.Empty(answer.Body);
        Assert.Equal("0", (await _client.SendAsync(Check, new ByteArrayContent(Request))).Status);
    }

    [Fact]
    public async Task Unary_Refusal_IsPassedOn()
    {
        var answer = await _client.SendAsync(Check, new ByteArrayContent(Frame(new HealthCheckRequest { Service = "other" })));

        Assert.Equal(("5", "unknown service"), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task Unary_DeadlineOfTheClient_EndsTheCall()
    {
        var create = new V6.ApplyResourceChange.Types.Request
        {
            TypeName = SampleCalls.TypeName,
            PriorState = SampleCalls.Encode(TfValue.Null),
            PlannedState = await PlannedAsync(),
            Config = SampleCalls.Encode(SampleCalls.WithFault("create:hang")),
        };

        var answer = await _client.SendAsync(
            "/tfplugin6.Provider/ApplyResourceChange", new ByteArrayContent(Frame(create)), headers: [("grpc-timeout", "100m")]);

        Assert.Equal("4", answer.Status);
    }

    [Theory]
    [InlineData("2H")]
    [InlineData("3M")]
    [InlineData("40S")]
    [InlineData("60000m")]
    [InlineData("99999999u")]
    [InlineData("99999999S")]
    [InlineData("S")]
    [InlineData("5")]
    [InlineData("5s")]
    [InlineData("-5S")]
    [InlineData("1.5S")]
    [InlineData("123456789S")]
    public async Task Unary_LongOrMalformedDeadline_DisturbsNothing(string timeout)
    {
        var answer = await _client.SendAsync(Check, new ByteArrayContent(Request), headers: [("grpc-timeout", timeout)]);

        Assert.Equal("0", answer.Status);
    }

    [Fact]
    public async Task FirstCalls_OfManyMethodsAtOnce_AreAllServed()
    {
        string[] paths =
            [Check, "/tfplugin6.Provider/GetMetadata", "/tfplugin6.Provider/GetProviderSchema", "/tfplugin6.Provider/GetFunctions"];
        var calls = Enumerable.Range(0, 80).Select(
            i => _client.SendAsync(paths[i % paths.Length], new ByteArrayContent(Empty(i % paths.Length))));

        Assert.All(await Task.WhenAll(calls), answer => Assert.Equal("0", answer.Status));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _plugin.DisposeAsync();
    }

    private static byte[] Empty(int path) => path == 0 ? Request : [0, 0, 0, 0, 0];

    private static byte[] Frame(IMessage message)
    {
        var body = message.ToByteArray();
        var prefix = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(prefix.AsSpan(1), body.Length);
        return [.. prefix, .. body];
    }

    private async Task<V6.DynamicValue> PlannedAsync()
    {
        var calls = new SampleCalls(_plugin.Process.Connection.Invoker);
        return (await calls.PlanAsync(TfValue.Null, SampleCalls.WithFault("create:hang"))).PlannedState;
    }

    private sealed class SingleBytes(byte[] body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var part in body)
            {
                await stream.WriteAsync(new[] { part }, TestContext.Current.CancellationToken);
                await stream.FlushAsync(TestContext.Current.CancellationToken);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
