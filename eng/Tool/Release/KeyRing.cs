using System.Diagnostics;

namespace Tool.Release;

/// <summary>GnuPG with a key ring of its own, which leaves nothing behind.</summary>
internal sealed class KeyRing : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("keyring-").FullName;

    /// <summary>Runs GnuPG with something on its standard input.</summary>
    /// <returns>Its output.</returns>
    /// <exception cref="ReleaseException">GnuPG refused.</exception>
    public Task<string> RunAsync(string[] arguments, string input, CancellationToken cancellationToken) => ReleaseProgram.OutputAsync(
        new ProcessStartInfo("gpg", ["--homedir", _home, "--batch", "--yes", "--quiet", "--no-tty", .. arguments]),
        $"gpg {arguments[0]}",
        input,
        cancellationToken);

    public void Dispose()
    {
        using var agent = Process.Start(new ProcessStartInfo("gpgconf", ["--homedir", _home, "--kill", "all"]));
        agent?.WaitForExit();
        Directory.Delete(_home, recursive: true);
    }
}
