using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Tool.Release;

/// <summary>The commit that a release is made of.</summary>
/// <param name="Commit">The hash of the commit; ends in <c>-dirty</c> where the files differ from it.</param>
/// <param name="Time">The time of the commit, which is the time of everything in the release.</param>
internal sealed record Source(string Commit, DateTimeOffset Time)
{
    public static async Task<Source> ReadAsync(CancellationToken cancellationToken)
    {
        var head = (await OutputAsync("git", ["log", "-1", "--format=%H %ct"], cancellationToken)).Split(' ');
        var changes = await OutputAsync("git", ["status", "--porcelain"], cancellationToken);
        var time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(head[1], CultureInfo.InvariantCulture));
        return new Source(head[0] + (changes.Length > 0 ? "-dirty" : ""), time);
    }

    /// <summary>The output of a program, without whitespace at the ends.</summary>
    /// <exception cref="ReleaseException">The program failed.</exception>
    public static async Task<string> OutputAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var output = new StringBuilder();
        var exitCode = await Command.RunAsync(
            new ProcessStartInfo(program, arguments), line => output.AppendLine(line), cancellationToken);
        return exitCode == 0
            ? output.ToString().Trim()
            : throw new ReleaseException($"{program} {string.Join(' ', arguments)} ended with {exitCode}.\n{output}");
    }
}
