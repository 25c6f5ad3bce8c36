using System.Globalization;

namespace Tool.Release;

/// <summary>The commit that a release is made of.</summary>
/// <param name="Commit">The hash of the commit; ends in <c>-dirty</c> where the files differ from it.</param>
/// <param name="Time">The time of the commit, which is the time of everything in the release.</param>
internal sealed record Source(string Commit, DateTimeOffset Time)
{
    public static async Task<Source> ReadAsync(CancellationToken cancellationToken)
    {
        var head = (await ReleaseProgram.OutputAsync("git", ["log", "-1", "--format=%H %ct"], cancellationToken)).Split(' ');
        var changes = await ReleaseProgram.OutputAsync("git", ["status", "--porcelain"], cancellationToken);
        var time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(head[1], CultureInfo.InvariantCulture));
        return new Source(head[0] + (changes.Length > 0 ? "-dirty" : ""), time);
    }
}
