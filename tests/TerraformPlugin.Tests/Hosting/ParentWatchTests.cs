using Microsoft.Extensions.Time.Testing;
using TerraformPlugin.Hosting;
using TerraformPlugin.Hosting.Services;

namespace TerraformPlugin.Tests.Hosting;

public sealed class ParentWatchTests
{
    [Fact]
    public void Watch_ParentChanges_Ends()
    {
        var time = new FakeTimeProvider();
        using var lifetime = new PluginLifetime();
        var parent = 42;
        using var watch = new ParentWatch(lifetime, time, () => parent);

        time.Advance(TimeSpan.FromHours(1));
        Assert.False(lifetime.Stopping.IsCancellationRequested);

        parent = 1;
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(lifetime.Stopping.IsCancellationRequested);
    }

    [Fact]
    public void Watch_ParentIsTheFirstProcess_GoesOn()
    {
        // In a container the CLI itself is process 1.
        var time = new FakeTimeProvider();
        using var lifetime = new PluginLifetime();
        using var watch = new ParentWatch(lifetime, time, () => 1);

        time.Advance(TimeSpan.FromHours(1));

        Assert.False(lifetime.Stopping.IsCancellationRequested);
    }
}
