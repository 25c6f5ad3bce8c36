using System.Diagnostics;
using System.Text;

namespace Acceptance.Running;

/// <summary>A CLI at work. It is killed, with all that it started, when its deadline passes or the test ends.</summary>
internal sealed class RunningCommand : IDisposable
{
    private readonly Process _process;
    private readonly TimeSpan _deadline;
    private readonly Leftovers _leftovers;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errorOutput = new();
    private volatile bool _providerKilled;

    /// <param name="start">The command.</param>
    /// <param name="deadline">When it is killed.</param>
    /// <param name="leftovers">The check that nothing is left behind.</param>
    /// <param name="input">The answer to its first question; null for none.</param>
    public RunningCommand(ProcessStartInfo start, TimeSpan deadline, Leftovers leftovers, string? input = null)
    {
        Command = $"{Path.GetFileName(start.FileName)} {string.Join(' ', start.ArgumentList)}";
        _deadline = deadline;
        _leftovers = leftovers;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_errorOutput, line.Data);
        _process.Start();
        if (input is not null)
        {
            _process.StandardInput.WriteLine(input);
        }

        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Command { get; }

    /// <summary>Kills the CLI alone, as a machine that runs out of memory does; what it started has to notice by itself.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks the CLI to stop, as Ctrl-C does.</summary>
    public Task InterruptAsync() => _process.InterruptAsync();

    /// <summary>Waits until the CLI has printed this; its end fails the test, and so does its deadline.</summary>
    public async Task WaitForOutputAsync(string phrase)
    {
        while (!Snapshot(_output).Contains(phrase, StringComparison.Ordinal)
            && !Snapshot(_errorOutput).Contains(phrase, StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited, $"`{Command}` ended without saying \"{phrase}\".");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The program is one that kills its provider by itself, instead of telling it to end.</summary>
    public void ExpectKilledProvider() => _providerKilled = true;

    /// <summary>Kills the providers that the CLI runs in this folder, and leaves the CLI alone.</summary>
    public void KillProviders(string binary)
    {
        _providerKilled = true;
        foreach (var provider in _leftovers.ProcessesOf(binary))
        {
            using var process = Process.GetProcessById(provider);
            process.Kill();
        }
    }

    /// <summary>Waits for the end and checks that nothing is left of it.</summary>
    public async Task<CommandResult> FinishAsync()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        cancellation.CancelAfter(_deadline);
        try
        {
            await _process.WaitForExitAsync(cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            Result().Expect(false, $"to end within {_deadline}");
        }

        var result = Result().DoesNotSay("This is a bug in the provider");
        if (!_providerKilled)
        {
            result.DoesNotSay("Plugin did not respond");
        }

        // A provider that is killed leaves its socket to the next one, which is checked when that one has ended.
        var left = await _leftovers.FindAsync(_providerKilled);
        return result.Expect(left.Count == 0, $"to leave nothing behind, but there is: {string.Join(", ", left)}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private static string Snapshot(StringBuilder output)
    {
        lock (output)
        {
            return output.ToString();
        }
    }

    private CommandResult Result() => new(Command, _process.ExitCode, Snapshot(_output), Snapshot(_errorOutput));
}
