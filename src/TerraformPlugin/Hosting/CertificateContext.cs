using System.Collections.ObjectModel;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;

namespace TerraformPlugin.Hosting;

/// <summary>Prepares a self-signed certificate for use by a server.</summary>
internal static class CertificateContext
{
    /// <summary>
    /// The context of <paramref name="certificate"/>, with no intermediates. The runtime's own way looks for some in any case, and
    /// so reads every root certificate of the machine, about 100 ms, at each start; there is no option against it.
    /// </summary>
    public static SslStreamCertificateContext Create(X509Certificate2 certificate)
    {
        try
        {
            return New(certificate, ReadOnlyCollection<X509Certificate2>.Empty, null);
        }
        catch (MissingMethodException)
        {
            // Another runtime may build the object in another way; being slower is then the only harm.
            return SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    internal static extern SslStreamCertificateContext New(
        X509Certificate2 target, ReadOnlyCollection<X509Certificate2> intermediates, SslCertificateTrust? trust);
}
