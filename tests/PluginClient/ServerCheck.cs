using System.Security.Cryptography.X509Certificates;

namespace PluginClient;

/// <summary>The checks that the real client makes on the server's certificate.</summary>
public static class ServerCheck
{
    /// <summary>
    /// Whether a Go client with the certificate <paramref name="announced"/> as its only root accepts <paramref name="presented"/>.
    /// </summary>
    public static bool Accepts(X509Certificate2 presented, ReadOnlyMemory<byte> announced, DateTimeOffset now) =>
        presented.RawDataMemory.Span.SequenceEqual(announced.Span)
        && presented.MatchesHostname("localhost", allowWildcards: true, allowCommonName: false)
        && presented.NotBefore.ToUniversalTime() <= now.UtcDateTime
        && now.UtcDateTime <= presented.NotAfter.ToUniversalTime()
        && MayServe(presented);

    private static bool MayServe(X509Certificate2 certificate)
    {
        var usages = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToList();
        return usages.Count == 0
            || usages.Any(
                usage => usage.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>().Any(oid => oid.Value == KeyPurpose.Server));
    }
}
