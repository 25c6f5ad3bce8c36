using Tool.Release;
using Tool.Release.Check;

namespace Tool.Tests.Release;

/// <summary>The commands that SECURITY.md gives users to verify a release.</summary>
public sealed class SignatureCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signature-check-").FullName;

    [Fact]
    public async Task RunAsync_OfReleaseAsItWasMade_EndsWell() => await CheckAsync(change: "");

    [Fact]
    public async Task RunAsync_OfReleaseWithAChangedPackage_NamesIt()
    {
        var failure = await Assert.ThrowsAsync<ReleaseException>(() => CheckAsync(change: "changed"));

        Assert.Contains("package.zip", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task CheckAsync(string change)
    {
        Assert.SkipUnless(HasGnuPG(), "gpg is not installed");
        var distribution = new Distribution(Directory.CreateDirectory(Path.Combine(_folder, "dist")).FullName, "1.2.3");
        var package = Path.Combine(distribution.Folder, "package.zip");
        await File.WriteAllTextAsync(package, "content", TestContext.Current.CancellationToken);
        Checksums.Write(distribution.Checksums, [package]);
        await File.AppendAllTextAsync(package, change, TestContext.Current.CancellationToken);

        await SignatureCheck.RunAsync(distribution, _folder, TestContext.Current.CancellationToken);
    }

    private static bool HasGnuPG() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "gpg")));
}
