using System.Diagnostics;

namespace Tool.Release;

/// <summary>GnuPG with a key ring of its own, which leaves nothing behind.</summary>
internal sealed class KeyRing : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("keyring-").FullName;

    /// <summary>Runs GnuPG with something on its standard input.</summary>
    /// <returns>Its output.</returns>
    /// <exception cref="ReleaseException">GnuPG refused.</exception>
    public async Task<string> RunAsync(string[] arguments, string input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("gpg", ["--homedir", _home, "--batch", "--yes", "--quiet", "--no-tty", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var gpg = Process.Start(start)!;
        var output = gpg.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = gpg.StandardError.ReadToEndAsync(cancellationToken);
        await gpg.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        gpg.StandardInput.Close();
        await gpg.WaitForExitAsync(cancellationToken);
        return gpg.ExitCode == 0
            ? await output
            : throw new ReleaseException($"gpg {arguments[0]} ended with {gpg.ExitCode}: {(await errors).Trim()}");
    }

    public void Dispose()
    {
        using var agent = Process.Start(new ProcessStartInfo("gpgconf", ["--homedir", _home, "--kill", "all"]));
        agent?.WaitForExit();
        Directory.Delete(_home, recursive: true);
    }
}
