using System.Diagnostics;
using RocketChat.Client.Errors;
using RocketChat.Client.Options;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Connections;

/// <summary>Paths to things that are no PEM files: each ends in a sentence at once.</summary>
public sealed class PemFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pem-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Constructor_Device_IsInvalidConfiguration()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have other devices.");

        AssertInvalid("/dev/zero");
    }

    [Fact]
    public async Task Constructor_PipeThatNobodyWrites_IsInvalidConfiguration()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        var path = Path.Combine(_folder.FullName, "pipe");
        using var mkfifo = Process.Start("mkfifo", [path]);
        await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);

        AssertInvalid(path);
    }

    [Fact]
    public void Constructor_LinkToADevice_IsInvalidConfiguration()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have other devices.");
        var path = Path.Combine(_folder.FullName, "link");
        File.CreateSymbolicLink(path, "/dev/zero");

        AssertInvalid(path);
    }

    [Fact]
    public void Constructor_HugeFile_IsInvalidConfiguration()
    {
        var path = Path.Combine(_folder.FullName, "huge.pem");
        using (var file = File.Create(path))
        {
            // Sparse: takes no room on the disk.
            file.SetLength(5L * 1024 * 1024 * 1024);
        }

        AssertInvalid(path);
    }

    [Fact]
    public void Constructor_Folder_IsInvalidConfiguration() => AssertInvalid(_folder.FullName);

    private static void AssertInvalid(string path)
    {
        var options = TestClient.Options(new Uri("https://chat.invalid")) with { Tls = new TlsOptions { CaCertificate = path } };

        var exception = Assert.Throws<RocketChatException>(() => new RocketChatClient(options));

        Assert.Equal(RocketChatErrorKind.InvalidConfiguration, exception.Kind);
        Assert.Contains("regular file of at most 1 MiB", exception.Message, StringComparison.Ordinal);
    }
}
