using Microsoft.Extensions.Logging;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>
/// Runs the body of a call so that every call has an answer: a time limit, an interruption by the user, and every exception
/// become one error diagnostic. An escaped exception would reach the user as "Plugin error … Exception was thrown by handler".
/// </summary>
internal sealed class CallRunner(ProviderBase provider, StopSignal stop, TimeProvider time, ILogger<CallRunner> log)
{
    /// <param name="name">The method.</param>
    /// <param name="typeName">The resource, data source, list, action or function; null for the provider itself.</param>
    /// <param name="body">The work.</param>
    /// <param name="caller">Canceled when the caller is gone.</param>
    /// <param name="canWarn">Whether the answer has room for warnings: otherwise those of the run wait for the next call.</param>
    public async Task<DiagnosticList> RunAsync(
        string name, string? typeName, Func<RunningCall, Task> body, CancellationToken caller, bool canWarn = true)
    {
        using var call = new RunningCall(time, stop.Token, caller);
        var begun = time.GetTimestamp();
        CallLog.Begun(log, name, typeName);
        try
        {
            await body(call).ConfigureAwait(false);
            if (canWarn && !call.Diagnostics.HasErrors)
            {
                await AddRunWarningsAsync(name, call).ConfigureAwait(false);
            }
        }
        catch (DiagnosticException known)
        {
            call.Diagnostics.Add(known.Diagnostic);
        }
        catch (TfDecodeException error)
        {
            call.Diagnostics.AddError("Unreadable value", $"The CLI sent a value that does not fit the schema: {error.Message}.");
        }
        catch (Exception) when (call.CancellationToken.IsCancellationRequested)
        {
            call.Diagnostics.Add(Interrupted(call));
        }
        catch (Exception error)
        {
            call.Diagnostics.Add(Describe(name, error));
        }

        var milliseconds = (long)time.GetElapsedTime(begun).TotalMilliseconds;
        CallLog.Ended(log, name, typeName, milliseconds, call.Diagnostics.Count);
        return call.Diagnostics;
    }

    private static Diagnostic Interrupted(RunningCall call) => call is { TimedOut: true, Limit: { } limit }
        ? Diagnostic.Error(
            "Operation timed out",
            $"The operation took longer than {Duration.Format(limit)} and was canceled. Completed changes remain, unless a warning reports "
            + "that they are taken back, and the next apply continues from there. If the server is slow, increase `timeouts` in resources "
            + "that have this attribute.")
        : Diagnostic.Error(
            "Operation interrupted",
            "The run was stopped before the operation ended. Completed changes remain, unless a warning reports that they are taken back, "
            + "and the next apply continues from there.");

    // The operation has succeeded by now: after an error here core would mark the new object as tainted.
    private async Task AddRunWarningsAsync(string name, RunningCall call)
    {
        try
        {
            await provider.AddRunWarningsAsync(call.Diagnostics, call.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Log(name, error);
        }
    }

    private Diagnostic Describe(string name, Exception error)
    {
        try
        {
            if (provider.Describe(error) is { } described)
            {
                return described;
            }
        }
        catch (Exception fault)
        {
            Log(name, fault);
        }

        Log(name, error);
        return Diagnostic.Error(
            "Unexpected failure in the provider",
            $"{name} failed with {error.GetType().Name}, which the provider should have handled. Please report this with the log of a run "
            + $"with TF_LOG_PROVIDER=debug, and with the version of the provider, {provider.Version}.");
    }

    private void Log(string name, Exception error)
    {
        if (log.IsEnabled(LogLevel.Error))
        {
            CallLog.Unexpected(log, name, error.GetType().FullName, error.StackTrace);
        }
    }
}
