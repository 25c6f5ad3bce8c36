using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TerraformPlugin.Protocol.GrpcHealth;
using TerraformPlugin.Rpc;

namespace TerraformPlugin.Tests.Rpc;

/// <summary>gRPC over HTTP/2 as its specification has it, without the wire: <c>doc/PROTOCOL-HTTP2.md</c> of grpc/grpc.</summary>
public sealed class RpcApplicationTests : IDisposable
{
    private static readonly byte[] _request = Frame(new HealthCheckRequest { Service = "plugin" });
    private static readonly HealthCheckResponse _serving = new() { Status = HealthCheckResponse.Types.ServingStatus.Serving };

    private readonly FakeTimeProvider _time = new();
    private readonly StubRequest _call = new();

    [Fact]
    public async Task Unary_OneRequest_IsAnsweredWithItsStatusBehind()
    {
        await _call.SendAsync(_request);

        await RunAsync((request, _) => Task.FromResult(request.Service == "plugin" ? _serving : new()));

        Assert.Equal(Frame(_serving), _call.Answered);
        Assert.Equal("application/grpc", _call.AnswerHeaders.ContentType.ToString());
        Assert.Equal(("0", ""), _call.Status);
        Assert.Equal("0", _call.Trailers.GrpcStatus.ToString());
    }

    [Fact]
    public async Task Unary_RequestInSingleBytes_IsPutTogether()
    {
        var run = RunAsync((_, _) => Task.FromResult(_serving));
        foreach (var part in _request)
        {
            Assert.False(run.IsCompleted);
            await _call.Body.WriteAsync(new[] { part }, TestContext.Current.CancellationToken);
        }

        await run;
        Assert.Equal("0", _call.Status.Code);
    }

    [Theory]
    [InlineData("GET", "application/grpc", 415)]
    [InlineData("POST", "text/html", 415)]
    [InlineData("POST", "application/grpcx", 415)]
    [InlineData("POST", "", 415)]
    [InlineData("POST", "application/grpc+proto", 200)]
    [InlineData("POST", "application/grpc;charset=utf-8", 200)]
    public async Task Request_MethodAndType_AreThoseOfGrpc(string method, string type, int status)
    {
        _call.Method = method;
        _call.Headers.ContentType = type;
        await _call.SendAsync(_request);

        await RunAsync((_, _) => Task.FromResult(_serving));

        Assert.Equal(status, _call.HttpStatus);
        Assert.Equal(status == 200 ? "0" : "", _call.Status.Code);
    }

    [Fact]
    public async Task Request_UnknownPath_IsUnimplementedAtOnce()
    {
        _call.Path = "/stub.Service/Other";

        await RunAsync((_, _) => Task.FromResult(_serving));

        Assert.Equal((200, ("12", "No such method.")), (_call.HttpStatus, _call.Status));
        Assert.Equal("12", _call.AnswerHeaders.GrpcStatus.ToString());
    }

    [Fact]
    public async Task Request_OfferedCompressed_IsToldWhatWeTake()
    {
        _call.Headers.GrpcEncoding = "gzip";

        await RunAsync((_, _) => Task.FromResult(_serving));

        Assert.Equal("12", _call.Status.Code);
        Assert.Equal("identity", _call.AnswerHeaders.GrpcAcceptEncoding.ToString());
    }

    [Theory]
    [InlineData(new byte[0], "The request holds no message.")]
    [InlineData(new byte[] { 0, 0, 0 }, "The request ended in the middle of a message.")]
    [InlineData(new byte[] { 0, 0, 0, 0, 2, 10 }, "The request ended in the middle of a message.")]
    [InlineData(new byte[] { 0, 255, 255, 255, 255, 10 }, "The request ended in the middle of a message.")]
    [InlineData(new byte[] { 1, 0, 0, 0, 0 }, "A message is compressed, though the request names no compression.")]
    public async Task Request_DamagedMessage_IsInternal(byte[] body, string why)
    {
        await _call.SendAsync(body);

        await RunAsync((_, _) => Task.FromResult(_serving));

        Assert.Equal(("13", why), _call.Status);
        Assert.Empty(_call.Answered);
    }

    [Fact]
    public async Task Request_NoMessageOfItsType_IsInternal()
    {
        await _call.SendAsync(0, 0, 0, 0, 2, 10, 9);

        await RunAsync((_, _) => Task.FromResult(_serving));

        Assert.Equal("13", _call.Status.Code);
        Assert.StartsWith("A message cannot be read: ", Uri.UnescapeDataString(_call.Status.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unary_Refusal_IsPassedOn()
    {
        await _call.SendAsync(_request);

        await RunAsync((_, _) => throw new RpcException(new Status(StatusCode.NotFound, "unknown servicé")));

        Assert.Equal(("5", "unknown servic%C3%A9"), _call.Status);
    }

    [Fact]
    public async Task Unary_Exception_IsUnknownWithoutItsText()
    {
        await _call.SendAsync(_request);

        await RunAsync((_, _) => throw new InvalidOperationException("hunter2"));

        Assert.Equal(("2", "Exception was thrown by handler."), _call.Status);
    }

    [Fact]
    public async Task Unary_ClientIsGone_EndsAsCancelled()
    {
        await _call.SendAsync(_request);

        var run = RunAsync(HangAsync);
        Assert.False(run.IsCompleted);
        _call.Abort();
        await run;

        Assert.Equal("1", _call.Status.Code);
    }

    [Fact]
    public async Task Unary_ClientWaitsNoLonger_EndsAtItsDeadline()
    {
        _call.Headers["grpc-timeout"] = "30S";
        await _call.SendAsync(_request);
        DateTime? deadline = null;

        var run = RunAsync((request, call) =>
        {
            deadline = call.Deadline;
            return HangAsync(request, call);
        });
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(run.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await run;

        Assert.Equal("4", _call.Status.Code);
        Assert.Equal(_time.Start.UtcDateTime.AddSeconds(30), deadline);
    }

    [Fact]
    public async Task Streams_EachMessage_ArrivesAndIsAnswered()
    {
        var methods = new RpcMethods();
        methods.DuplexStreaming<HealthCheckRequest, HealthCheckRequest>("stub.Service", "Method", HealthCheckRequest.Parser, async (requests, answers, call) =>
        {
            Assert.Throws<InvalidOperationException>(() => requests.Current);
            while (await requests.MoveNext(call.CancellationToken))
            {
                await answers.WriteAsync(new() { Service = requests.Current.Service.ToUpperInvariant() });
            }
        });
        await _call.SendAsync([.. Frame(new HealthCheckRequest { Service = "a" }), .. Frame(new HealthCheckRequest()), .. Frame(new HealthCheckRequest { Service = "b" })]);

        await RunAsync(methods);

        Assert.Equal("0", _call.Status.Code);
        Assert.Equal(
            [.. Frame(new HealthCheckRequest { Service = "A" }), .. Frame(new HealthCheckRequest()), .. Frame(new HealthCheckRequest { Service = "B" })], _call.Answered);
    }

    [Fact]
    public async Task ClientStreaming_AllRequests_HaveOneAnswer()
    {
        var methods = new RpcMethods();
        methods.ClientStreaming<HealthCheckRequest, HealthCheckRequest>("stub.Service", "Method", HealthCheckRequest.Parser, async (requests, call) =>
        {
            var all = "";
            while (await requests.MoveNext(call.CancellationToken))
            {
                all += requests.Current.Service;
            }

            return new() { Service = all };
        });
        await _call.SendAsync([.. Frame(new HealthCheckRequest { Service = "a" }), .. Frame(new HealthCheckRequest { Service = "b" })]);

        await RunAsync(methods);

        Assert.Equal(Frame(new HealthCheckRequest { Service = "ab" }), _call.Answered);
    }

    public void Dispose() => _call.Dispose();

    private static async Task<HealthCheckResponse> HangAsync(HealthCheckRequest request, ServerCallContext call)
    {
        await Task.Delay(Timeout.Infinite, call.CancellationToken);
        return _serving;
    }

    private static byte[] Frame(IMessage message)
    {
        var body = message.ToByteArray();
        return [0, 0, 0, 0, checked((byte)body.Length), .. body];
    }

    private Task RunAsync(Func<HealthCheckRequest, ServerCallContext, Task<HealthCheckResponse>> handler)
    {
        var methods = new RpcMethods();
        methods.Unary("stub.Service", "Method", HealthCheckRequest.Parser, handler);
        return RunAsync(methods);
    }

    private Task RunAsync(RpcMethods methods) => _call.RunAsync(new RpcApplication(methods, _time, NullLogger<RpcApplication>.Instance));
}
