using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PluginClient;
using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class ServerCertificateTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 5, 10, 10, TimeSpan.Zero);

    [Fact]
    public void Create_Now_PassesTheClientsCheck()
    {
        using var certificate = ServerCertificate.Create(_now);

        Assert.True(ServerCheck.Accepts(certificate, certificate.RawDataMemory, _now));
    }

    [Fact]
    public void Create_ClientClockSomewhatBehind_PassesTheClientsCheck()
    {
        using var certificate = ServerCertificate.Create(_now);

        Assert.True(ServerCheck.Accepts(certificate, certificate.RawDataMemory, _now.AddMinutes(-1)));
    }

    [Fact]
    public void Create_Key_IsP256AndUsable()
    {
        using var certificate = ServerCertificate.Create(_now);
        using var key = certificate.GetECDsaPrivateKey();

        Assert.Equal(ECCurve.NamedCurves.nistP256.Oid.Value, key!.ExportParameters(false).Curve.Oid.Value);
    }

    [Fact]
    public void Create_Twice_GivesDifferentKeys()
    {
        using var first = ServerCertificate.Create(_now);
        using var second = ServerCertificate.Create(_now);

        Assert.NotEqual(first.GetPublicKey(), second.GetPublicKey());
    }
}
