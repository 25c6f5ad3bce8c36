using Microsoft.Extensions.Time.Testing;
using NameServers;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Checking;

/// <summary>Waiting until the records are correct.</summary>
public sealed class WaitTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_CorrectedLater_EndsThen()
    {
        await using var dns = new DnsFixture(DnsFixture.Srv);
        var clock = new FakeTimeProvider();

        var waiting = dns.Checker(time: clock).WaitAsync(DnsFixture.Plan, TimeSpan.FromMinutes(10), Interval, Token);
        await QueriedAsync(dns.One);
        dns.One.Answer = dns.Two.Answer = Answering.From(DnsFixture.Zone(DnsFixture.Right));
        dns.Resolver.Answer = Answering.Resolving(DnsFixture.Zone(DnsFixture.Right));
        await AdvanceUntilAsync(clock, waiting);

        Assert.Equal("", (await waiting).Codes());
    }

    [Fact]
    public async Task Wait_NeverCorrected_LastVerdictAfterTheTimeout()
    {
        await using var dns = new DnsFixture(DnsFixture.Srv);
        var clock = new FakeTimeProvider();
        var start = clock.GetTimestamp();

        var waiting = dns.Checker(time: clock).WaitAsync(DnsFixture.Plan, TimeSpan.FromSeconds(25), Interval, Token);
        await AdvanceUntilAsync(clock, waiting);

        Assert.Equal("txt_missing", (await waiting).Codes());
        Assert.True(clock.GetElapsedTime(start) >= TimeSpan.FromSeconds(25));
    }

    [Theory]
    [InlineData(25, new[] { 10, 10, 5 })]
    [InlineData(0, new int[0])]
    public async Task Wait_NeverCorrected_LastPauseEndsWithTheTimeout(int seconds, int[] pauses)
    {
        await using var dns = new DnsFixture(DnsFixture.Srv);
        var clock = new SkippingClock();

        // The second limit runs on the real clock, or a wait that never ends would hang.
        await dns.Checker(time: clock).WaitAsync(
            DnsFixture.Plan, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(10), Token).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.Equal(pauses, clock.Pauses.Select(p => (int)p.TotalSeconds));
    }

    [Fact]
    public async Task Wait_Cancelled_Throws()
    {
        await using var dns = new DnsFixture(DnsFixture.Srv);
        using var cancel = new CancellationTokenSource();

        var waiting = dns.Checker(time: new FakeTimeProvider()).WaitAsync(DnsFixture.Plan, TimeSpan.FromHours(1), Interval, cancel.Token);
        await QueriedAsync(dns.One);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static async Task QueriedAsync(NameServer server)
    {
        while (server.Questions.Count == 0)
        {
            await Task.Delay(10, Token);
        }
    }

    // A query times out after an hour of the fake clock, longer than any of these tests lasts.
    private static async Task AdvanceUntilAsync(FakeTimeProvider clock, Task waiting)
    {
        while (!waiting.IsCompleted)
        {
            await Task.Delay(20, Token);
            clock.Advance(TimeSpan.FromMilliseconds(500));
        }
    }
}
