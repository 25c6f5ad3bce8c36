using PluginClient;
using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class MutualTlsTests
{
    [Fact]
    public void Accepts_AnnouncedCertificate_Only()
    {
        using var announced = ClientIdentity.Create();
        using var other = ClientIdentity.Create();
        using var tls = MutualTls.Create(announced.Pem, TimeProvider.System.GetUtcNow());

        Assert.True(tls.Accepts(announced.Certificate));
        Assert.False(tls.Accepts(other.Certificate));
        Assert.False(tls.Accepts(null));
    }

    [Fact]
    public void Handshakes_OnABusyMachine_MayTakeMinutes()
    {
        using var announced = ClientIdentity.Create();
        using var tls = MutualTls.Create(announced.Pem, TimeProvider.System.GetUtcNow());

        Assert.True(tls.Handshakes.HandshakeTimeout >= TimeSpan.FromMinutes(5), $"{tls.Handshakes.HandshakeTimeout}");
    }

    [Theory]
    [InlineData("not a certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    [InlineData("-----BEGIN CERTIFICATE-----\n")]
    public void Create_MalformedPem_NamesTheVariable(string pem)
    {
        var refusal = Assert.Throws<PluginHostException>(() => MutualTls.Create(pem, TimeProvider.System.GetUtcNow()));

        Assert.Contains("PLUGIN_CLIENT_CERT", refusal.Message, StringComparison.Ordinal);
    }
}
