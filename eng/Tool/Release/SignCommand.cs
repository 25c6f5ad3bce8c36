namespace Tool.Release;

/// <summary>Signs the checksums with the key of the environment, as registries want it: a detached, binary OpenPGP signature.</summary>
internal static class SignCommand
{
    private const string Key = "RELEASE_KEY";
    private const string Passphrase = "RELEASE_KEY_PASSPHRASE";

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (Distribution.In(Distribution.DefaultFolder) is not { } distribution)
        {
            await Console.Error.WriteLineAsync("dist/ holds no release: run `make release` first.");
            return 1;
        }

        if (Environment.GetEnvironmentVariable(Key) is not { Length: > 0 } key)
        {
            await Console.Error.WriteLineAsync(
                $"{Key} is not set: it has to hold the private key, as `gpg --export-secret-keys --armor` writes it.");
            return 1;
        }

        await SignAsync(distribution, key, Environment.GetEnvironmentVariable(Passphrase) ?? "", cancellationToken);
        Console.WriteLine(distribution.Signature);
        return 0;
    }

    /// <summary>Signs in a key ring that is gone afterwards.</summary>
    /// <exception cref="ReleaseException">The key cannot be used.</exception>
    public static async Task SignAsync(Distribution distribution, string key, string passphrase, CancellationToken cancellationToken)
    {
        using var ring = new KeyRing();
        await ring.RunAsync(["--import"], key, cancellationToken);
        File.Delete(distribution.Signature);
        string[] sign =
        [
            "--pinentry-mode", "loopback", "--passphrase-fd", "0",
            "--output", distribution.Signature, "--detach-sign", distribution.Checksums,
        ];
        await ring.RunAsync(sign, passphrase + "\n", cancellationToken);
    }
}
