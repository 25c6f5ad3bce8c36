using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using PluginClient;
using PluginClient.Protocol.GrpcHealth;
using Serving = PluginClient.Protocol.GrpcHealth.HealthCheckResponse.Types.ServingStatus;

namespace TerraformPlugin.Tests.Hosting;

public sealed class HandshakeProcessTests
{
    [Fact]
    public async Task Start_AsACliDoes_ServesOverMutualTls()
    {
        await using var plugin = await SamplePlugin.StartAsync();

        Assert.Equal(6, plugin.Process.Handshake.ProtocolVersion);
        Assert.Equal("unix", plugin.Process.Handshake.Network);
        using var certificate = X509CertificateLoader.LoadCertificate(plugin.Process.Handshake.ServerCertificate.Span);
        Assert.True(ServerCheck.Accepts(certificate, plugin.Process.Handshake.ServerCertificate, TimeProvider.System.GetUtcNow()));
        Assert.Equal(Serving.Serving, await plugin.PingAsync());
    }

    [Fact]
    public async Task Start_TwoAtOnce_BothServe()
    {
        var starts = await Task.WhenAll(SamplePlugin.StartAsync(), SamplePlugin.StartAsync());
        await using var first = starts[0];
        await using var second = starts[1];

        Assert.NotEqual(first.Process.Handshake.Address, second.Process.Handshake.Address);
        Assert.Equal(Serving.Serving, await first.PingAsync());
        Assert.Equal(Serving.Serving, await second.PingAsync());
    }

    [Fact]
    public async Task Start_WithoutClientCertificate_ServesInPlaintext()
    {
        await using var plugin = await SamplePlugin.StartAsync(launch => launch with { Identity = null });

        Assert.Equal(0, plugin.Process.Handshake.ServerCertificate.Length);
        Assert.Equal(Serving.Serving, await plugin.PingAsync());
    }

    [Fact]
    public async Task Start_SettingsOfTheUsersFolderAndEnvironment_AreNotOurs()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "appsettings.json"),
            """
            { "Kestrel": { "Endpoints": { "Other": { "Url": "http://no.such.host.invalid:1" } }, "Limits": { "MaxRequestBodySize": 1 } } }
            """,
            TestContext.Current.CancellationToken);
        await using var plugin = await SamplePlugin.StartAsync(launch => launch with
        {
            WorkingDirectory = folder.Path,
            Environment = new Dictionary<string, string?>
            {
                ["ASPNETCORE_URLS"] = "http://no.such.host.invalid:1",
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["DOTNET_Kestrel__Endpoints__Other__Url"] = "http://no.such.host.invalid:1",
                ["Logging__Console__LogLevel__Default"] = "Trace",
            },
        });

        Assert.Equal(Serving.Serving, await plugin.PingAsync());
        Assert.Equal(0, await plugin.Process.ShutdownAsync(TestContext.Current.CancellationToken));
        Assert.Empty(plugin.Process.ErrorLines);
    }

    [Fact]
    public async Task Start_OnlyProtocol5Offered_PrintsOursSoThatTheCliRefuses()
    {
        var refusal = await Assert.ThrowsAsync<HandshakeException>(
            () => SamplePlugin.StartAsync(launch => launch with { ProtocolVersions = "5" }));

        Assert.Equal("Incompatible API version with plugin. Plugin version: 6, Client versions: [5]", refusal.Message);
    }

    [Fact]
    public async Task Start_MalformedClientCertificate_IsReportedWhereACliShowsIt()
    {
        var refusal = await Assert.ThrowsAsync<HandshakeException>(
            () => SamplePlugin.StartAsync(launch => launch with
            {
                Identity = null,
                Environment = new Dictionary<string, string?> { ["PLUGIN_CLIENT_CERT"] = "-----BEGIN NONSENSE-----" },
            }));

        Assert.StartsWith(
            "Unrecognized remote plugin message: terraform-provider-sample cannot start:", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("PLUGIN_CLIENT_CERT", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("mis|sing\nfolder")]
    public async Task Start_SocketFolderMissing_IsReportedInOneLine(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no unix socket");
        using var folder = new TempFolder();
        var missing = Path.Combine(folder.Path, name);

        var refusal = await Assert.ThrowsAsync<HandshakeException>(
            () => PluginProcess.StartAsync(
                new PluginLaunch(SamplePlugin.FileName)
                {
                    Environment = new Dictionary<string, string?> { ["PLUGIN_UNIX_SOCKET_DIR"] = missing },
                },
                TestContext.Current.CancellationToken));

        Assert.StartsWith(
            "Unrecognized remote plugin message: terraform-provider-sample cannot start:", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("folder", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Entries);
    }

    [Fact]
    public async Task Connect_WrongClientCertificate_IsRefused()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        using var other = ClientIdentity.Create();
        using var stranger = PluginConnection.Open(plugin.Process.Handshake, other);

        await Assert.ThrowsAsync<RpcException>(() => SamplePlugin.PingAsync(stranger));

        Assert.Equal(Serving.Serving, await plugin.PingAsync());
    }

    [Fact]
    public async Task Connect_NoClientCertificate_IsRefused()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        using var stranger = PluginConnection.OpenWithoutIdentity(plugin.Process.Handshake);

        await Assert.ThrowsAsync<RpcException>(() => SamplePlugin.PingAsync(stranger));

        Assert.Equal(Serving.Serving, await plugin.PingAsync());
    }

    [Fact]
    public async Task Connect_PlaintextToTls_IsRefused()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        using var stranger = PluginConnection.Attach(new PluginAddress("unix", plugin.Process.Handshake.Address));

        await Assert.ThrowsAsync<RpcException>(() => SamplePlugin.PingAsync(stranger));

        Assert.Equal(Serving.Serving, await plugin.PingAsync());
    }

    [Theory]
    [InlineData(-2, -1)]
    [InlineData(1, 2)]
    public async Task Connect_AnnouncedCertificateOutOfItsTime_IsServed(int fromDays, int toDays)
    {
        // The clocks of a CLI in a container and of its host may differ; the bytes of the certificate are the proof.
        using var identity = ClientIdentity.Create(TimeSpan.FromDays(fromDays), TimeSpan.FromDays(toDays));
        await using var plugin = await SamplePlugin.StartAsync(launch => launch with { Identity = identity });
        using var connection = PluginConnection.Open(plugin.Process.Handshake, identity);

        Assert.Equal(Serving.Serving, await SamplePlugin.PingAsync(connection));
    }

    [Fact]
    public async Task Connect_AnotherCertificateOfTheSameKey_IsRefused()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        using var renewed = plugin.Identity.Renew();
        using var stranger = PluginConnection.Open(plugin.Process.Handshake, renewed);

        await Assert.ThrowsAsync<RpcException>(() => SamplePlugin.PingAsync(stranger));

        Assert.Equal(Serving.Serving, await plugin.PingAsync());
    }

    [Fact]
    public async Task Call_UnknownMethod_IsUnimplemented()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        var method = new Method<byte[], byte[]>(
            MethodType.Unary,
            "tfplugin6.Provider",
            "NoSuchMethod",
            Marshallers.Create<byte[]>(x => x, x => x),
            Marshallers.Create<byte[]>(x => x, x => x));

        var refusal = await Assert.ThrowsAsync<RpcException>(
            async () => await plugin.Process.Connection.Invoker.AsyncUnaryCall(
                method, null, new CallOptions(cancellationToken: TestContext.Current.CancellationToken), []));

        Assert.Equal(StatusCode.Unimplemented, refusal.StatusCode);
    }

    [Fact]
    public async Task Call_RequestLargerThanAnyDefaultLimit_IsRead()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        var large = new HealthCheckRequest { Service = new string('s', 64 * 1024 * 1024) };

        var answer = await Assert.ThrowsAsync<RpcException>(
            async () => await plugin.Process.Connection.Health.CheckAsync(large, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(StatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Connect_ThenSayNothing_StaysConnected()
    {
        // Without calls a server may think a connection idle; it looks once a second.
        var longEnough = TimeSpan.FromSeconds(4);
        await using var plugin = await SamplePlugin.StartAsync(launch => launch with { Identity = null });
        await using var connection = await new PluginAddress("unix", plugin.Process.Handshake.Address)
            .ConnectAsync(TestContext.Current.CancellationToken);
        byte[] emptySettings = [0, 0, 0, 4, 0, 0, 0, 0, 0];
        await connection.WriteAsync(
            (byte[])[.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. emptySettings], TestContext.Current.CancellationToken);

        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(longEnough);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.CopyToAsync(Stream.Null, end.Token));
    }
}
