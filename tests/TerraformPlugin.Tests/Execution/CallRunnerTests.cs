using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Execution;

public sealed class CallRunnerTests : IDisposable
{
    private const string Secret = "hunter2";

    private readonly FakeTimeProvider _time = new();
    private readonly StopSignal _stop = new();

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task RunAsync_BodySucceeds_ReturnsItsWarningsAndThoseOfTheRun()
    {
        var provider = new StubProvider { RunWarnings = diagnostics => diagnostics.AddWarning("Run warning", "Of the run.") };

        var found = await RunAsync(provider, call =>
        {
            call.Diagnostics.AddWarning("Own", "Of the call.");
            return Task.CompletedTask;
        });

        Assert.Equal(["Own", "Run warning"], found.Select(d => d.Summary));
        Assert.False(found.HasErrors);
    }

    [Fact]
    public async Task RunAsync_BodyReportsAnError_AddsNoRunWarning()
    {
        var provider = new StubProvider { RunWarnings = diagnostics => diagnostics.AddWarning("Run warning", "Of the run.") };

        var found = await RunAsync(provider, call =>
        {
            call.Diagnostics.AddError("Own", "Of the call.");
            return Task.CompletedTask;
        });

        Assert.Equal("Own", Assert.Single(found).Summary);
    }

    [Fact]
    public async Task RunAsync_RunWarningFails_DoesNotFailTheCall()
    {
        var provider = new StubProvider { RunWarnings = _ => throw new InvalidOperationException(Secret) };

        Assert.Empty(await RunAsync(provider, _ => Task.CompletedTask));
    }

    [Fact]
    public async Task RunAsync_DiagnosticException_IsPassedOnAfterWhatWasFound()
    {
        var wanted = Diagnostic.Error("Known", "In words.", AttributePath.To("a"));

        var found = await RunAsync(new StubProvider(), call =>
        {
            call.Diagnostics.AddWarning("Before", "It.");
            throw new DiagnosticException(wanted);
        });

        Assert.Equal(["Before", "Known"], found.Select(d => d.Summary));
        Assert.Same(wanted, found[1]);
    }

    [Fact]
    public async Task RunAsync_UnreadableValue_SaysWhere()
    {
        var error = Assert.Single(await RunAsync(new StubProvider(), _ => throw new TfDecodeException("a.b: expected a bool")));

        Assert.Equal("Unreadable value", error.Summary);
        Assert.Contains("a.b: expected a bool.", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_UnknownException_IsReportedWithoutItsMessage()
    {
        var error = Assert.Single(await RunAsync(new StubProvider(), _ => throw new InvalidOperationException(Secret)));

        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Contains("Call failed with InvalidOperationException", error.Detail, StringComparison.Ordinal);
        Assert.Contains("1.2.3", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.Summary + error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ExceptionThatTheProviderKnows_IsDescribedByIt()
    {
        var wanted = Diagnostic.Error("Refused", "By the server.");
        var provider = new StubProvider { Describing = error => error is TimeoutException ? wanted : null };

        Assert.Same(wanted, Assert.Single(await RunAsync(provider, _ => throw new TimeoutException())));
        Assert.NotSame(wanted, Assert.Single(await RunAsync(provider, _ => throw new InvalidOperationException())));
    }

    [Fact]
    public async Task RunAsync_DescriptionFails_StillAnswers()
    {
        var provider = new StubProvider { Describing = _ => throw new InvalidOperationException(Secret) };

        var error = Assert.Single(await RunAsync(provider, _ => throw new TimeoutException()));

        Assert.Contains("TimeoutException", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_LimitReached_SaysHowLongItWas()
    {
        var running = RunAsync(new StubProvider(), call =>
        {
            call.LimitTo(TimeSpan.FromSeconds(90));
            return Task.Delay(Timeout.Infinite, call.CancellationToken);
        });
        _time.Advance(TimeSpan.FromSeconds(89));
        Assert.False(running.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));

        var error = Assert.Single(await running);
        Assert.Equal("Operation timed out", error.Summary);
        Assert.Contains("1m30s", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_LimitReachedInsideALibrary_IsATimeoutWhateverItThrows()
    {
        var running = RunAsync(new StubProvider(), async call =>
        {
            call.LimitTo(TimeSpan.FromSeconds(1));
            try
            {
                await Task.Delay(Timeout.Infinite, call.CancellationToken);
            }
            catch (OperationCanceledException canceled)
            {
                throw new InvalidOperationException("wrapped", canceled);
            }
        });

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Operation timed out", Assert.Single(await running).Summary);
    }

    [Fact]
    public async Task RunAsync_UserStops_EndsTheCallAndNotTheNext()
    {
        var running = RunAsync(new StubProvider(), call =>
        {
            call.LimitTo(TimeSpan.FromSeconds(90));
            return Task.Delay(Timeout.Infinite, call.CancellationToken);
        });

        _stop.Stop();

        Assert.Equal("Operation interrupted", Assert.Single(await running).Summary);
        Assert.Empty(await RunAsync(new StubProvider(), call =>
        {
            call.CancellationToken.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        }));
    }

    [Fact]
    public async Task RunAsync_CallerGone_EndsTheCall()
    {
        using var caller = new CancellationTokenSource();
        var running = RunAsync(new StubProvider(), call => Task.Delay(Timeout.Infinite, call.CancellationToken), caller.Token);

        await caller.CancelAsync();

        Assert.Equal("Operation interrupted", Assert.Single(await running).Summary);
    }

    [Fact]
    public async Task RunAsync_FailureBeforeTheLimit_IsNoTimeout()
    {
        var error = Assert.Single(await RunAsync(new StubProvider(), call =>
        {
            call.LimitTo(TimeSpan.FromSeconds(1));
            throw new OperationCanceledException();
        }));

        Assert.Equal("Unexpected failure in the provider", error.Summary);
    }

    private Task<DiagnosticList> RunAsync(StubProvider provider, Func<RunningCall, Task> body, CancellationToken? caller = null) =>
        new CallRunner(provider, _stop, _time, NullLogger<CallRunner>.Instance)
            .RunAsync("Call", "stub_thing", body, caller ?? TestContext.Current.CancellationToken);
}
