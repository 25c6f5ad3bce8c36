using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PluginClient;
using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class ServerCertificateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 5, 10, 10, TimeSpan.Zero);

    [Fact]
    public void Create_Now_PassesTheClientsCheck()
    {
        using var certificate = ServerCertificate.Create(Now);

        Assert.True(ServerCheck.Accepts(certificate, certificate.RawDataMemory, Now));
    }

    [Fact]
    public void Create_ClientClockSomewhatBehind_PassesTheClientsCheck()
    {
        using var certificate = ServerCertificate.Create(Now);

        Assert.True(ServerCheck.Accepts(certificate, certificate.RawDataMemory, Now.AddMinutes(-1)));
    }

    [Fact]
    public void Create_Key_IsP256AndUsable()
    {
        using var certificate = ServerCertificate.Create(Now);
        using var key = certificate.GetECDsaPrivateKey();

        Assert.Equal(ECCurve.NamedCurves.nistP256.Oid.Value, key!.ExportParameters(false).Curve.Oid.Value);
    }

    [Fact]
    public void Create_Twice_GivesDifferentKeys()
    {
        using var first = ServerCertificate.Create(Now);
        using var second = ServerCertificate.Create(Now);

        Assert.NotEqual(first.GetPublicKey(), second.GetPublicKey());
    }
}
