using System.Net;
using RocketChat.Client.Connections;
using RocketChat.Client.Errors;
using RocketChat.Client.Federation;
using RocketChat.Client.Options;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Federation;

/// <summary>Redirects of a document that belongs to a stranger. The tests take 127.0.0.1 for an address on the internet.</summary>
public sealed class WellKnownReaderTests
{
    private const string Document = "/.well-known/matrix/server";
    private const string Content = """{"m.server":"chat.example.org:443"}""";

    private static readonly IPAddress Private = IPAddress.Parse("127.0.0.2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_RedirectWithinTheInternet_IsFollowed()
    {
        await using var target = (await StubServer.StartAsync()).On("GET", Document, StubAnswer.Json(Content));
        await using var site = await RedirectingTo(new Uri(target.Url, Document));

        Assert.Equal(200, (await ReadAsync(site)).Status);
    }

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("[::ffff:127.0.0.2]")]
    public async Task GetAsync_RedirectIntoAPrivateNetwork_IsNotFollowed(string host)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have one loopback address.");
        await using var target = (await StubServer.StartAsync(address: Private)).On("GET", Document, StubAnswer.Json(Content));
        await using var site = await RedirectingTo(new UriBuilder(target.Url) { Host = host, Path = Document }.Uri);

        var answer = await ReadAsync(site);

        Assert.Equal(0, answer.Status);
        Assert.Contains("private network", answer.Summary, StringComparison.Ordinal);
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task GetAsync_RedirectFromAPrivateNetworkIntoIt_IsFollowed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have one loopback address.");
        await using var target = (await StubServer.StartAsync(address: Private)).On("GET", Document, StubAnswer.Json(Content));
        await using var site = await RedirectingTo(new Uri(target.Url, Document), Private);

        Assert.Equal(200, (await ReadAsync(site)).Status);
    }

    [Fact]
    public async Task GetAsync_RedirectToANameOfAPrivateAddress_IsNotFollowed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have one loopback address.");
        await using var target = (await StubServer.StartAsync()).On("GET", Document, StubAnswer.Json(Content));
        await using var site = await RedirectingTo(
            new UriBuilder(target.Url) { Host = "localhost", Path = Document }.Uri, IPAddress.Parse("127.0.0.3"));
        var reader = Reader(TestClient.Options(site.Url), address => address.MapToIPv4().Equals(IPAddress.Parse("127.0.0.3")));

        var answer = await reader.GetAsync(new Uri(site.Url, Document), [], Token);

        Assert.Contains("localhost leads into a private network", answer.Summary, StringComparison.Ordinal);
        Assert.Empty(target.Requests);
    }

    [Theory]
    [InlineData("http://10.0.0.7/secret")]
    [InlineData("http://2130706433/secret")]
    [InlineData("http://localhost/secret")]
    [InlineData("http://LOCALHOST.:8080/secret")]
    [InlineData("http://admin.localhost/secret")]
    public async Task GetAsync_RedirectIntoAPrivateNetworkThroughAProxy_IsNotFollowed(string location)
    {
        await using var proxy = (await StubServer.StartAsync()).OnAnything(context => StubServer.WriteAsync(
            context,
            context.Request.Host.Host == "chat.example.org"
                ? new StubAnswer("", 302) { Headers = new Dictionary<string, string> { ["Location"] = location } }
                : StubAnswer.Json(Content)));
        var reader = Reader(TestClient.Options(new Uri("http://chat.example.org")) with { Proxy = proxy.Url }, NetworkAddress.IsPublic);

        var answer = await reader.GetAsync(new Uri("http://chat.example.org" + Document), [], Token);

        Assert.Contains("private network", answer.Summary, StringComparison.Ordinal);
        Assert.Single(proxy.Requests);
    }

    [Fact]
    public async Task GetAsync_RedirectFromHttpsToHttp_IsNotFollowed()
    {
        using var certificate = Certificates.SelfSigned("localhost");
        await using var target = (await StubServer.StartAsync()).On("GET", Document, StubAnswer.Json(Content));
        await using var site = (await StubServer.StartAsync(certificate)).On("GET", Document, Redirect(new Uri(target.Url, Document)));
        var options = TestClient.Options(site.Url) with { Tls = new TlsOptions { CaCertificate = certificate.ExportCertificatePem() } };

        var answer = await Reader(options).GetAsync(new Uri(site.Url, Document), [], Token);

        Assert.Contains("from https to http", answer.Summary, StringComparison.Ordinal);
        Assert.Empty(target.Requests);
    }

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:2800:220:1::1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.100.1.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    public void IsPublic_Address_IsOnTheInternetOrNot(string address, bool expected) =>
        Assert.Equal(expected, NetworkAddress.IsPublic(IPAddress.Parse(address)));

    private static StubAnswer Redirect(Uri target) =>
        new("", 302) { Headers = new Dictionary<string, string> { ["Location"] = target.AbsoluteUri } };

    private static async Task<StubServer> RedirectingTo(Uri target, IPAddress? address = null) =>
        (await StubServer.StartAsync(address: address)).On("GET", Document, Redirect(target));

    private static WellKnownReader Reader(RocketChatClientOptions options, Func<IPAddress, bool>? isPublic = null) => new(new PublicHttp(
        options,
        new MachineRoots(_ => null),
        new Redactor(options),
        TimeProvider.System,
        isPublic ?? (address => !address.MapToIPv4().Equals(Private))));

    private static Task<PublicAnswer> ReadAsync(StubServer site) =>
        Reader(TestClient.Options(site.Url)).GetAsync(new Uri(site.Url, Document), [], Token);
}
