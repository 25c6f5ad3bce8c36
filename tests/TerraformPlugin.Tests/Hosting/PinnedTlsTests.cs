using System.Net.Security;
using PluginClient;
using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>Without these members the plugin works too, but each start takes 100 ms more.</summary>
public sealed class PinnedTlsTests
{
    [Fact]
    public void NewContext_ThisRuntime_HasTheConstructor()
    {
        using var identity = ClientIdentity.Create();

        Assert.Empty(PinnedTls.NewContext(identity.Certificate, [], null).IntermediateCertificates);
    }

    [Fact]
    public void Expect_ThisRuntime_HasTheField()
    {
        using var identity = ClientIdentity.Create();
        using var connection = new SslStream(new MemoryStream());

        PinnedTls.Expect(connection, identity.Certificate);

        Assert.Same(identity.Certificate, PinnedTls.RemoteCertificate(connection));
    }
}
