namespace RocketChat.Client.Connections;

/// <summary>
/// The certificate authorities that a Linux machine trusts: those that OpenSSL would trust, and the user's own .NET root store. Read at
/// the first https connection, in the order of cost, and kept.
/// </summary>
internal sealed class MachineRoots
{
    // Debian and Ubuntu; Fedora and Red Hat; all others.
    private static readonly string[] OpenSslFolders = ["/usr/lib/ssl", "/etc/pki/tls", "/etc/ssl"];

    // A bundle holds what the other files of its folder hold, and is one file instead of 150.
    private static readonly string[] BundleNames = ["ca-certificates.crt", "ca-bundle.crt"];

    private readonly Lazy<IReadOnlyList<EncodedCertificate>>[] _sources;

    /// <param name="environment">Reads the variables <c>SSL_CERT_FILE</c>, <c>SSL_CERT_DIR</c> and <c>HOME</c>.</param>
    public MachineRoots(Func<string, string?> environment)
    {
        var openSsl = Array.Find(OpenSslFolders, folder => File.Exists($"{folder}/cert.pem") || Directory.Exists($"{folder}/certs"));
        var file = environment("SSL_CERT_FILE") ?? $"{openSsl}/cert.pem";
        var folders = (environment("SSL_CERT_DIR") ?? $"{openSsl}/certs").Split(':', StringSplitOptions.RemoveEmptyEntries);
        var user = environment("HOME") ?? "";
        string[] bundles = [file, .. folders.SelectMany(folder => BundleNames.Select(name => Path.Combine(folder, name)))];
        _sources =
        [
            .. bundles.Distinct().Select(bundle => Source(() => EncodedCertificate.ReadAll(bundle))),
            Source(() => UserRoots(Path.Combine(user, ".dotnet/corefx/cryptography/x509stores/root"))),
            .. folders.Select(folder => Source(() => FilesIn(folder).Except(bundles).SelectMany(EncodedCertificate.ReadAll))),
        ];
    }

    /// <summary>The encoded certificates, one list for each place, the cheapest to read first.</summary>
    public IEnumerable<IReadOnlyList<EncodedCertificate>> Sources => _sources.Select(source => source.Value);

    private static Lazy<IReadOnlyList<EncodedCertificate>> Source(Func<IEnumerable<EncodedCertificate>> read) => new(() => [.. read()]);

    private static string[] FilesIn(string folder)
    {
        try
        {
            return Directory.GetFiles(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    private static IEnumerable<EncodedCertificate> UserRoots(string folder) =>
        FilesIn(folder).Select(EncodedCertificate.FromPkcs12).OfType<EncodedCertificate>();
}
