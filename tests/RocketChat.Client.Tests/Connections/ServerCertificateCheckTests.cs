using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using RocketChat.Client.Connections;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Connections;

/// <summary>Connections after the first one, whose certificate was accepted.</summary>
public sealed class ServerCertificateCheckTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roots-");
    private readonly X509Certificate2 _root = Certificates.Authority("Root of the test");
    private readonly X509Certificate2 _server;
    private readonly ServerCertificateCheck _check;

    public ServerCertificateCheckTests()
    {
        _server = Certificates.Server("localhost", _root);
        var bundle = Path.Combine(_folder.FullName, "bundle.pem");
        File.WriteAllText(bundle, _root.ExportCertificatePem());
        _check = new ServerCertificateCheck(new MachineRoots(name => name == "SSL_CERT_FILE" ? bundle : _folder.FullName));
        Assert.True(Accepts(_server));
    }

    public void Dispose()
    {
        _server.Dispose();
        _root.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void SameCertificate_IsAccepted() => Assert.True(Accepts(_server));

    [Fact]
    public void SameCertificate_ForAnotherHost_IsRefused() =>
        Assert.Throws<AuthenticationException>(() => Accepts(_server, errors: SslPolicyErrors.RemoteCertificateNameMismatch));

    [Fact]
    public void SameCertificate_ThatHasExpiredMeanwhile_IsRefused()
    {
        var refused = Assert.Throws<AuthenticationException>(() => Accepts(_server, _server.NotAfter.AddDays(1)));

        Assert.Contains("NotTimeValid", refused.Message, StringComparison.Ordinal);
        Assert.True(Accepts(_server));
    }

    [Fact]
    public void AnotherCertificate_OfAnUnknownRoot_IsRefused()
    {
        using var unknown = Certificates.Authority("Another");
        using var server = Certificates.Server("localhost", unknown);

        Assert.Throws<AuthenticationException>(() => Accepts(server));
    }

    /// <summary>The question that .NET asks after it has built a chain by itself, without the roots.</summary>
    private bool Accepts(X509Certificate2 server, DateTime? time = null, SslPolicyErrors errors = SslPolicyErrors.None)
    {
        using var chain = new X509Chain { ChainPolicy = ServerCertificateCheck.Policy };
        if (time is { } then)
        {
            chain.ChainPolicy.VerificationTime = then;
        }

        Assert.False(chain.Build(server));
        return _check.Accept(this, server, chain, errors | SslPolicyErrors.RemoteCertificateChainErrors);
    }
}
