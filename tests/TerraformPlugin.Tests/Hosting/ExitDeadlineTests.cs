using Microsoft.Extensions.Time.Testing;
using TerraformPlugin.Hosting;
using TerraformPlugin.Hosting.Services;

namespace TerraformPlugin.Tests.Hosting;

public sealed class ExitDeadlineTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly PluginLifetime _lifetime = new();
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _exits;

    // Registrations run in reverse order: this one after the deadline's.
    public ExitDeadlineTests() => _lifetime.Stopping.Register(_stopped.SetResult);

    [Fact]
    public async Task Stop_EndThatTakesTooLong_Exits()
    {
        using var deadline = new ExitDeadline(_lifetime, _time, () => _exits++);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, _exits);

        await StopAsync();
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(1, _exits);
    }

    [Fact]
    public async Task Stop_EndInTime_DoesNotExit()
    {
        using (new ExitDeadline(_lifetime, _time, () => _exits++))
        {
            await StopAsync();
        }

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, _exits);
    }

    public void Dispose() => _lifetime.Dispose();

    private Task StopAsync()
    {
        _lifetime.Stop();
        return _stopped.Task;
    }
}
