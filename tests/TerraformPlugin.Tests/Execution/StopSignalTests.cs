using TerraformPlugin.Execution;

namespace TerraformPlugin.Tests.Execution;

public sealed class StopSignalTests
{
    [Fact]
    public async Task Stop_RunningCalls_EndsThemAndNoLaterOnes()
    {
        using var signal = new StopSignal();
        var running = signal.Token;
        var ended = new TaskCompletionSource();
        await using var registration = running.Register(ended.SetResult);

        signal.Stop();

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False(signal.Token.IsCancellationRequested);
    }

    [Fact]
    public void Stop_CallThatDoesNotListen_IsNotWaitedFor()
    {
        using var signal = new StopSignal();
        using var blocked = new ManualResetEventSlim();
        using var registration = signal.Token.Register(() => blocked.Wait(TimeSpan.FromSeconds(30)));

        signal.Stop();

        Assert.False(blocked.IsSet);
        blocked.Set();
    }
}
