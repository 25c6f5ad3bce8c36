using System.Diagnostics;
using static Tool.Release.Check.ReleaseCheckCommand;

namespace Tool.Release.Check;

/// <summary>Signs a copy of the checksums with a key made for it, and verifies that as SECURITY.md tells users to.</summary>
internal static class SignatureCheck
{
    private const string Someone = "A throw-away key <release@example.org>";
    private const string Passphrase = "not a secret";

    public static async Task RunAsync(Distribution distribution, string work, CancellationToken cancellationToken)
    {
        var copy = new Distribution(Directory.CreateDirectory(Path.Combine(work, "signed")).FullName, distribution.Version);
        File.Copy(distribution.Checksums, copy.Checksums);
        using var ring = new KeyRing();
        string[] withPassphrase = ["--pinentry-mode", "loopback", "--passphrase-fd", "0"];
        await ring.RunAsync(
            [.. withPassphrase, "--quick-generate-key", Someone, "rsa3072", "sign", "1d"], Passphrase + "\n", cancellationToken);
        var key = await ring.RunAsync(
            [.. withPassphrase, "--armor", "--export-secret-keys", Someone], Passphrase + "\n", cancellationToken);
        await SignCommand.SignAsync(copy, key, Passphrase, cancellationToken);

        // From here on as a user, who has the public key alone.
        using var user = new KeyRing();
        await user.RunAsync(["--import"], await ring.RunAsync(["--armor", "--export", Someone], "", cancellationToken), cancellationToken);
        await user.RunAsync(["--verify", copy.Signature, copy.Checksums], "", cancellationToken);
        var sums = new ProcessStartInfo("sha256sum", ["--check", "--quiet", "--ignore-missing", distribution.Checksums])
        {
            WorkingDirectory = distribution.Folder,
        };
        await ReleaseProgram.OutputAsync(sums, "sha256sum --check", input: "", cancellationToken);

        await File.AppendAllTextAsync(copy.Checksums, "changed", cancellationToken);
        try
        {
            await user.RunAsync(["--verify", copy.Signature, copy.Checksums], "", cancellationToken);
        }
        catch (ReleaseException)
        {
            Passed("the checksums can be signed, and a change is noticed");
            return;
        }

        throw new ReleaseException("The signature of changed checksums was verified.");
    }
}
