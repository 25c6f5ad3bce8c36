using Microsoft.Extensions.Time.Testing;
using TerraformPlugin.Hosting;
using TerraformPlugin.Hosting.Services;

namespace TerraformPlugin.Tests.Hosting;

public sealed class ClientWatchTests : IDisposable
{
    private static readonly TimeSpan LongTime = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _time = new();
    private readonly PluginLifetime _lifetime = new();
    private readonly ClientWatch _watch;

    public ClientWatchTests() => _watch = new ClientWatch(_lifetime, _time);

    private bool Ended => _lifetime.Stopping.IsCancellationRequested;

    public void Dispose()
    {
        _watch.Dispose();
        _lifetime.Dispose();
    }

    [Fact]
    public void Watch_NobodyEverConnects_Ends()
    {
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(Ended);

        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(Ended);
    }

    [Fact]
    public void Watch_ClientStays_GoesOn()
    {
        _watch.Connected();
        _time.Advance(LongTime);

        Assert.False(Ended);
    }

    [Fact]
    public void Watch_LastClientGone_EndsAfterAWhile()
    {
        _watch.Connected();
        _watch.Disconnected();
        Assert.False(Ended);

        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.True(Ended);
    }

    [Fact]
    public void Watch_OneOfTwoClientsGone_GoesOn()
    {
        _watch.Connected();
        _watch.Connected();
        _watch.Disconnected();
        _time.Advance(LongTime);

        Assert.False(Ended);
    }

    [Fact]
    public void Watch_ClientComesBackInTime_GoesOn()
    {
        _watch.Connected();
        _watch.Disconnected();
        _time.Advance(TimeSpan.FromSeconds(1));
        _watch.Connected();
        _time.Advance(LongTime);

        Assert.False(Ended);
    }
}
