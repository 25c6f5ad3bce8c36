using System.Diagnostics;
using static Tool.Release.Check.ReleaseCheckCommand;

namespace Tool.Release.Check;

/// <summary>Makes the release a second time, in a clone in another folder: each package must have the same bytes.</summary>
internal static class ReproductionCheck
{
    public static async Task RunAsync(Distribution distribution, string work, CancellationToken cancellationToken)
    {
        var clone = Path.Combine(work, "another", "folder");
        await RunAsync(Repository.Root, "git", ["clone", "--quiet", Repository.Root, clone], cancellationToken);
        await RunAsync(clone, "make", ["release", $"VERSION={distribution.Version}"], cancellationToken);
        var again = new Distribution(Path.Combine(clone, "dist"), distribution.Version);
        var (first, second) = (Checksums.Read(distribution.Checksums), Checksums.Read(again.Checksums));
        var different = first.Where(sum => second.GetValueOrDefault(sum.Key) != sum.Value).Select(sum => sum.Key).ToList();
        Demand(different.Count == 0, $"These files differ when they are made in another folder: {string.Join(", ", different)}.");
        Passed("made again in another folder, the release has the same bytes");
    }

    private static async Task RunAsync(string folder, string program, string[] arguments, CancellationToken cancellationToken)
    {
        var exitCode = await Command.RunAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder }, cancellationToken);
        Demand(exitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {exitCode}.");
    }
}
