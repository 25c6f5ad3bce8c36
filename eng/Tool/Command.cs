using System.Diagnostics;

namespace Tool;

/// <summary>A program that this one starts, in the repository's root unless told otherwise. It ends with this one.</summary>
internal static class Command
{
    /// <summary>Runs the program with this one's streams.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var process = Start(start);
        return await EndAsync(process, cancellationToken);
    }

    /// <summary>Runs the program and hands each line that it prints to <paramref name="show"/>; its errors go to this one's.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(ProcessStartInfo start, Action<string> show, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        using var process = Start(start);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                show(line.Data);
            }
        };
        process.BeginOutputReadLine();
        return await EndAsync(process, cancellationToken);
    }

    /// <summary>Runs the program with <paramref name="input"/> on its standard input, and keeps all that it prints.</summary>
    public static async Task<CommandResult> CaptureAsync(ProcessStartInfo start, string input, CancellationToken cancellationToken)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var exitCode = await EndAsync(process, cancellationToken);
        return new CommandResult(exitCode, await output, await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        start.WorkingDirectory = start.WorkingDirectory.Length > 0 ? start.WorkingDirectory : Repository.Root;
        return Process.Start(start)!;
    }

    private static async Task<int> EndAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
