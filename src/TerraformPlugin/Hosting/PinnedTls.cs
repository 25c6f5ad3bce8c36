using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;

namespace TerraformPlugin.Hosting;

/// <summary>
/// TLS between two sides that know each other's certificate beforehand, and so need no trust store. The runtime builds a chain
/// for either certificate all the same, and for that reads every root certificate of the machine: 100 ms at each start of a
/// plugin, several times per command. No option keeps it from doing so; these two ways around it are the runtime's own inside.
/// </summary>
internal static class PinnedTls
{
    // What the members below mean was read in the source of this version.
    private const int KnownRuntime = 10;

    /// <summary>Prepares a self-signed certificate for use by a server.</summary>
    public static SslStreamCertificateContext CreateContext(X509Certificate2 certificate)
    {
        try
        {
            return Environment.Version.Major == KnownRuntime
                ? NewContext(certificate, [], null)
                : SlowContext(certificate);
        }
        catch (MissingMethodException)
        {
            return SlowContext(certificate);
        }
    }

    /// <summary>
    /// Tells a connection, before its handshake, which certificate will come. It then accepts that one as a server accepts a
    /// certificate that was shown before; for any other one, or none, it asks the validation callback.
    /// </summary>
    public static void Expect(SslStream connection, X509Certificate2 certificate)
    {
        try
        {
            if (Environment.Version.Major == KnownRuntime)
            {
                RemoteCertificate(connection) = certificate;
            }
        }
        catch (MissingFieldException)
        {
            // The validation callback then decides on this certificate as well.
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    internal static extern SslStreamCertificateContext NewContext(
        X509Certificate2 target, System.Collections.ObjectModel.ReadOnlyCollection<X509Certificate2> intermediates, SslCertificateTrust? trust);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_remoteCertificate")]
    internal static extern ref X509Certificate2? RemoteCertificate(SslStream connection);

    private static SslStreamCertificateContext SlowContext(X509Certificate2 certificate) =>
        SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
}
