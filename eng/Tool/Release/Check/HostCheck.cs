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
        foreach (var (program, option) in new[] { (found.Provider, "-version"), (found.Emulator, "--version") })
        {
            var said = await ReleaseProgram.OutputAsync(program, [option], cancellationToken);
            Demand(
                said.Split(' ', '\n').Contains(distribution.Version),
                $"{Path.GetFileName(program)} says that it is \"{said}\", not {distribution.Version}.");
        }

        Passed("the programs know their version");
        var debian = Path.Combine(work, "debian");
        Directory.CreateDirectory(debian);
        var hasDebian = await TryAsync("debian-root", [debian], cancellationToken);
        string[] programsOfRoot = [found.Provider, found.Emulator, Cli.Pinned.Path];
        if (!await TryAsync("empty-root", hasDebian ? [.. programsOfRoot, debian] : programsOfRoot, cancellationToken))
        {
            Skipped("linux_amd64 in an empty root", "this machine cannot try it");
            return found;
        }

        Passed("linux_amd64 starts in an empty root, and in a root with foreign modules");
        if (hasDebian)
        {
            Passed("linux_amd64 starts in a minimal Debian without certificates");
        }
        else
        {
            Skipped("linux_amd64 in a minimal Debian", "this machine cannot make one");
        }

        return found;
    }

    /// <returns>False where this machine cannot try it.</returns>
    private static async Task<bool> TryAsync(string script, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Repository.PathOf("eng", script), arguments);
        var exitCode = await Command.RunAsync(start, line => Console.WriteLine($"      {line}"), cancellationToken);
        Demand(exitCode is 0 or CannotTry, $"eng/{script} ended with {exitCode}.");
        return exitCode == 0;
    }
}
