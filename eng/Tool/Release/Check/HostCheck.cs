using System.Diagnostics;
using System.IO.Compression;
using static Tool.Release.Check.ReleaseCheckCommand;

namespace Tool.Release.Check;

/// <summary>Unpacks what runs on this machine, and starts it where nothing else is.</summary>
internal static class HostCheck
{
    private const int CannotTry = 77;

    public static async Task<HostPrograms> RunAsync(Distribution distribution, string work, CancellationToken cancellationToken)
    {
        var host = Platform.All.First(platform => platform.ToString() == "linux_amd64");
        var programs = Path.Combine(work, "programs");
        foreach (var product in Product.All)
        {
            await ZipFile.ExtractToDirectoryAsync(distribution.Package(product, host), programs, overwriteFiles: true, cancellationToken);
        }

        var found = new HostPrograms(
            work,
            Path.Combine(programs, distribution.Entry(Product.Provider, host)),
            Path.Combine(programs, distribution.Entry(Product.Emulator, host)));
        var start = new ProcessStartInfo(
            Repository.PathOf("eng", "empty-root"), [found.Provider, found.Emulator, Cli.Pinned.Path]);
        var exitCode = await Command.RunAsync(start, line => Console.WriteLine($"      {line}"), cancellationToken);
        Demand(exitCode is 0 or CannotTry, $"eng/empty-root ended with {exitCode}.");
        if (exitCode == CannotTry)
        {
            Skipped("linux_amd64 in an empty root", "this machine cannot try it");
        }
        else
        {
            Passed("linux_amd64 starts in an empty root, and in a root with foreign modules");
        }

        return found;
    }
}
