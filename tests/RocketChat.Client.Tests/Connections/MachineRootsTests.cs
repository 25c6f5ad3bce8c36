using System.Net;
using System.Security.Cryptography.X509Certificates;
using RocketChat.Client.Errors;
using RocketChat.Client.Options;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Connections;

/// <summary>The certificate authorities of a Linux machine, where OpenSSL and .NET look for them.</summary>
public sealed class MachineRootsTests : IDisposable
{
    private const string Me = "/api/v1/me";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roots-");
    private readonly X509Certificate2 _root = Certificates.Authority("Root of the test");
    private readonly X509Certificate2 _server;
    private readonly Dictionary<string, string?> _environment;

    public MachineRootsTests()
    {
        _server = Certificates.Server("localhost", _root);
        _environment = new Dictionary<string, string?>
        {
            ["SSL_CERT_FILE"] = Path.Combine(_folder.FullName, "bundle.pem"),
            ["SSL_CERT_DIR"] = Path.Combine(_folder.FullName, "certs"),
            ["HOME"] = _folder.FullName,
        };
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have a store of their own.");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _server.Dispose();
        _root.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Server_RootInTheBundle_IsTrusted()
    {
        Write("bundle.pem", Certificates.Authority("Another"), _root, Certificates.Authority("A third"));

        await AssertTrustedAsync(_server);
    }

    [Theory]
    [InlineData("certs/root.pem")]
    [InlineData("certs/0f3a9c11.0")]
    public async Task Server_RootInTheDirectory_IsTrusted(string file)
    {
        Write("certs/another.pem", Certificates.Authority("Another"));
        Write(file, _root);

        await AssertTrustedAsync(_server);
    }

    [Fact]
    public async Task Server_RootInTheSecondDirectory_IsTrusted()
    {
        Write("more/root.pem", _root);
        _environment["SSL_CERT_DIR"] += ":" + Path.Combine(_folder.FullName, "more");

        await AssertTrustedAsync(_server);
    }

    [Fact]
    public async Task Server_RootAsDer_IsTrusted()
    {
        var file = Path.Combine(_folder.CreateSubdirectory("certs").FullName, "root.crt");
        await File.WriteAllBytesAsync(file, _root.RawData, Token);

        await AssertTrustedAsync(_server);
    }

    [Fact]
    public async Task Server_RootBehindALink_IsTrusted()
    {
        Write("elsewhere/root.pem", _root);
        var certs = _folder.CreateSubdirectory("certs").FullName;
        File.CreateSymbolicLink(Path.Combine(certs, "0f3a9c11.0"), "../elsewhere/root.pem");

        await AssertTrustedAsync(_server);
    }

    [Fact]
    public async Task Server_RootInBundleAndDirectory_IsTrusted()
    {
        Write("bundle.pem", _root);
        Write("certs/root.pem", _root);

        await AssertTrustedAsync(_server);
    }

    [Fact]
    public async Task Server_RootInTheUsersStore_IsTrusted()
    {
        var store = _folder.CreateSubdirectory(".dotnet/corefx/cryptography/x509stores/root").FullName;
        using var withoutKey = X509CertificateLoader.LoadCertificate(_root.RawData);
        await File.WriteAllBytesAsync(Path.Combine(store, _root.Thumbprint + ".pfx"), withoutKey.Export(X509ContentType.Pkcs12), Token);

        await AssertTrustedAsync(_server);
    }

    [Fact]
    public async Task Server_SendsItsIntermediate_IsTrusted()
    {
        using var intermediate = Certificates.Authority("Intermediate", _root);
        using var server = Certificates.Server("localhost", intermediate);
        Write("bundle.pem", _root);

        await AssertTrustedAsync(server, intermediate);
    }

    [Fact]
    public async Task Server_IntermediateOnlyInTheDirectory_IsTrusted()
    {
        using var intermediate = Certificates.Authority("Intermediate", _root);
        using var server = Certificates.Server("localhost", intermediate);
        Write("bundle.pem", _root);
        Write("certs/intermediate.pem", intermediate);

        await AssertTrustedAsync(server);
    }

    [Fact]
    public async Task Server_AnotherRootOfTheSameNameComesFirst_IsTrusted()
    {
        Write("bundle.pem", Certificates.Authority("Root of the test"));
        Write("certs/root.pem", _root);

        await AssertTrustedAsync(_server);
    }

    [Fact]
    public async Task Server_SelfSignedAndInTheBundle_IsTrusted()
    {
        using var server = Certificates.SelfSigned("localhost");
        Write("bundle.pem", server);

        await AssertTrustedAsync(server);
    }

    [Fact]
    public async Task Server_DamagedCertificatesBesideTheRoot_IsTrusted()
    {
        Write("bundle.pem", _root);
        var bundle = Path.Combine(_folder.FullName, "bundle.pem");
        await File.WriteAllTextAsync(
            bundle, $"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n{await File.ReadAllTextAsync(bundle, Token)}", Token);
        Write("certs/empty.pem");

        await AssertTrustedAsync(_server);
    }

    [Fact]
    public async Task Server_RootUnknown_IsRefused()
    {
        Write("bundle.pem", Certificates.Authority("Another"));

        await AssertRefusedAsync(_server, "PartialChain");
    }

    [Fact]
    public async Task Server_NoRootsAtAll_IsRefused() => await AssertRefusedAsync(_server, "PartialChain");

    [Fact]
    public async Task Server_AnotherRootOfTheSameName_IsRefused()
    {
        Write("bundle.pem", Certificates.Authority("Root of the test"));

        await AssertRefusedAsync(_server, "chain");
    }

    [Fact]
    public async Task Server_SelfSigned_IsRefused()
    {
        using var server = Certificates.SelfSigned("localhost");
        Write("bundle.pem", _root);

        await AssertRefusedAsync(server, "UntrustedRoot");
    }

    [Fact]
    public async Task Server_OnlyTheIntermediateIsInTheBundle_IsRefused()
    {
        using var intermediate = Certificates.Authority("Intermediate", _root);
        using var server = Certificates.Server("localhost", intermediate);
        Write("bundle.pem", intermediate);

        await AssertRefusedAsync(server, "PartialChain", intermediate);
    }

    [Fact]
    public async Task Server_Expired_IsRefused()
    {
        using var server = Certificates.Server("localhost", _root, isExpired: true);
        Write("bundle.pem", _root);

        await AssertRefusedAsync(server, "NotTimeValid");
    }

    [Fact]
    public async Task Server_AnotherName_IsRefused()
    {
        using var server = Certificates.Server("chat.example.org", _root, withLoopback: false);
        Write("bundle.pem", _root);

        await AssertRefusedAsync(server, "RemoteCertificateNameMismatch");
    }

    [Fact]
    public async Task Server_AnotherNameAndUnknownRoot_IsRefusedForBoth()
    {
        using var server = Certificates.Server("chat.example.org", _root, withLoopback: false);

        await AssertRefusedAsync(server, "RemoteCertificateNameMismatch, RemoteCertificateChainErrors");
    }

    [Fact]
    public async Task Server_RootInTheBundleButCaCertificateOfAnother_IsRefused()
    {
        Write("bundle.pem", _root);
        await using var stub = await StubServer.StartAsync(_server);
        using var another = Certificates.Authority("Another");
        await using var client = Client(stub.Url, another.ExportCertificatePem());

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));

        Assert.Equal(RocketChatErrorKind.TlsFailure, exception.Kind);
    }

    [Fact]
    public async Task WellKnownDocument_OnHttpsWhereTheWorkspaceIsOnHttp_IsRead()
    {
        Write("bundle.pem", _root);
        await using var site = (await StubServer.StartAsync(_server))
            .On("GET", "/.well-known/matrix/server", StubAnswer.Json("""{"m.server":"chat.example.org:443"}"""));
        await using var client = Client(new Uri("http://chat.invalid"));

        var document = new Uri($"https://localhost:{site.Url.Port}/.well-known/matrix/server");
        var test = await client.Federation.ProbeDelegationAsync(document, "chat.example.org:443", [IPAddress.Loopback], Token);

        Assert.True(test.Ok, test.Message);
    }

    private async Task AssertTrustedAsync(X509Certificate2 certificate, params X509Certificate2[] intermediates)
    {
        await using var server = (await StubServer.StartAsync(certificate, intermediates: intermediates))
            .On("GET", Me, StubAnswer.Json(Answers.Me653));
        await using var client = Client(server.Url);

        Assert.Equal("rcadmin", (await client.Account.GetAsync(Token)).Username);
    }

    private async Task AssertRefusedAsync(X509Certificate2 certificate, string reason, params X509Certificate2[] intermediates)
    {
        await using var server = await StubServer.StartAsync(certificate, intermediates: intermediates);
        await using var client = Client(server.Url);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));

        Assert.Equal(RocketChatErrorKind.TlsFailure, exception.Kind);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private RocketChatClient Client(Uri url, string? authority = null) => new(TestClient.Options(url) with
    {
        Tls = new TlsOptions { CaCertificate = authority, EnvironmentVariable = name => _environment.GetValueOrDefault(name) },
    });

    private void Write(string path, params X509Certificate2[] certificates)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, string.Concat(certificates.Select(certificate => certificate.ExportCertificatePem() + "\n")));
    }
}
