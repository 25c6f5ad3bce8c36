using System.Diagnostics;

namespace Tool.Release;

/// <summary>A program that must succeed for a release to be made or to be as it should be.</summary>
internal static class ReleaseProgram
{
    /// <summary>The output of a program, without whitespace at the ends.</summary>
    /// <exception cref="ReleaseException">The program failed.</exception>
    public static Task<string> OutputAsync(string program, string[] arguments, CancellationToken cancellationToken) =>
        OutputAsync(new ProcessStartInfo(program, arguments), $"{program} {string.Join(' ', arguments)}", input: "", cancellationToken);

    /// <param name="start">The program.</param>
    /// <param name="title">The words by which a failure calls it.</param>
    /// <param name="input">The content of its standard input.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="ReleaseException">The program failed.</exception>
    public static async Task<string> OutputAsync(
        ProcessStartInfo start, string title, string input, CancellationToken cancellationToken)
    {
        var result = await Command.CaptureAsync(start, input, cancellationToken);
        return result.ExitCode == 0
            ? result.Output.Trim()
            : throw new ReleaseException($"{title} ended with {result.ExitCode}:\n{result.Output}{result.Errors}");
    }
}
