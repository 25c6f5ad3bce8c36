using RocketChat.Client.Connections;
using RocketChat.Client.Errors;
using RocketChat.Client.Retries;
using RocketChat.Client.Tests.Http;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Retries;

/// <summary>A connection that one caller has given up costs the others no retries of their own.</summary>
public sealed class OutageTests
{
    private readonly InstantTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_AfterAnotherCallGaveUp_FailsWithoutARetry()
    {
        await using var client = Client(FaultTests.ClosedPort());
        var first = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));
        Assert.Equal(4, _time.Waits.Count);

        for (var i = 0; i < 20; i++)
        {
            var next = await Assert.ThrowsAsync<RocketChatException>(() => client.Server.GetInfoAsync(Token));
            Assert.Equal((first.Kind, first.Message), (next.Kind, next.Message));
        }

        Assert.Equal(4, _time.Waits.Count);
    }

    [Fact]
    public async Task GetAsync_WhileAnotherCallGivesUp_WaitsNoLonger()
    {
        var failing = Enumerable.Range(0, 20).Select(_ => new TaskCompletionSource()).ToArray();
        var outage = new Outage(new ConnectionRecord());
        var waiting = failing.Select(pause => outage.ShortenAsync(pause.Task)).ToArray();
        Assert.DoesNotContain(waiting, task => task.IsCompleted);

        outage.Note(new RocketChatException(RocketChatErrorKind.Unreachable, "refused"));

        await Task.WhenAll(waiting);
        Assert.Equal("refused", Assert.Throws<RocketChatException>(outage.ThrowIfGivenUp).Message);
    }

    [Fact]
    public async Task GetAsync_OnceTheServerIsBack_SucceedsAndRetriesAgain()
    {
        var record = new ConnectionRecord { HasAnswered = true };
        var outage = new Outage(record);

        outage.Note(new RocketChatException(RocketChatErrorKind.Unreachable, "refused"));
        outage.ThrowIfGivenUp();
        Assert.True(outage.IsOn);
        outage.End();

        Assert.False(outage.IsOn);
        await Assert.ThrowsAsync<TimeoutException>(
            () => outage.ShortenAsync(new TaskCompletionSource().Task).WaitAsync(TimeSpan.Zero, Token));
    }

    [Theory]
    [InlineData(RocketChatErrorKind.Unreachable, true, true)]
    [InlineData(RocketChatErrorKind.ProxyFailure, true, true)]
    [InlineData(RocketChatErrorKind.TlsFailure, true, true)]
    [InlineData(RocketChatErrorKind.ClientCertificateRequired, false, true)]
    [InlineData(RocketChatErrorKind.TimedOut, false, true)]
    [InlineData(RocketChatErrorKind.TimedOut, true, false)]
    [InlineData(RocketChatErrorKind.Disconnected, false, true)]
    [InlineData(RocketChatErrorKind.Disconnected, true, false)]
    [InlineData(RocketChatErrorKind.Rejected, false, false)]
    [InlineData(RocketChatErrorKind.ServerError, false, false)]
    public void Note_FailureOfOneRequestOrOfAll_BeginsAnOutageOrNot(RocketChatErrorKind kind, bool hasAnswered, bool begins)
    {
        var outage = new Outage(new ConnectionRecord { HasAnswered = hasAnswered });

        outage.Note(new RocketChatException(kind, "failed"));

        Assert.Equal(begins, outage.IsOn);
    }

    private RocketChatClient Client(int port) => new(
        TestClient.Options(new Uri($"http://127.0.0.1:{port}")) with
        {
            MaxRetries = 4,
            RequestTimeout = InstantTimeProvider.Never,
            OperationTimeout = InstantTimeProvider.Never,
        },
        null,
        _time);
}
