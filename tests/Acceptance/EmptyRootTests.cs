using System.Diagnostics;
using Acceptance.Running;

namespace Acceptance;

/// <summary>The file that ships, where a machine has nothing for it: no C library, no OpenSSL, no certificates, foreign modules.</summary>
public sealed class EmptyRootTests
{
    private const int CannotTry = 77;

    [Fact]
    public async Task Apply_FromAnEmptyRoot_FindsTheWorkspaceByHostsFileAndDns()
    {
        var start = new ProcessStartInfo(
            Repository.PathOf("eng", "empty-root"),
            [
                Toolchain.Shipped.Provider.Binary,
                Repository.PathOf("bin", "native", "rocketchat-emulator"),
                Toolchain.Shipped.Cli.Path,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var run = Process.Start(start)!;
        var errors = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = (await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim();
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.SkipWhen(run.ExitCode == CannotTry, said);
        Assert.True(run.ExitCode == 0, $"{said}\n{await errors}");
        Assert.Contains("a root with foreign modules, by DNS over IPv6: applied and destroyed", said, StringComparison.Ordinal);
    }
}
