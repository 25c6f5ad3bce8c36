using PluginClient;
using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class HandshakeLineTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(62)]
    public void Format_Certificate_IsReadByTheClient(int length)
    {
        var certificate = Enumerable.Range(200, length).Select(value => (byte)value).ToArray();

        var line = HandshakeLine.Format("unix", "/tmp/s", certificate, answersMultiplexing: false);

        Assert.Matches(@"^1\|6\|unix\|/tmp/s\|grpc\|[A-Za-z0-9+/]+$", line);
        Assert.Equal(certificate, Handshake.Parse(line, "5,6").ServerCertificate.ToArray());
    }

    [Fact]
    public void Format_WithoutTls_LeavesTheFieldEmpty() =>
        Assert.Equal("1|6|tcp|127.0.0.1:10000|grpc|", HandshakeLine.Format("tcp", "127.0.0.1:10000", [], answersMultiplexing: false));

    [Fact]
    public void Format_AskedForMultiplexing_SaysNo() =>
        Assert.Equal("1|6|unix|/tmp/s|grpc||false", HandshakeLine.Format("unix", "/tmp/s", [], answersMultiplexing: true));
}
