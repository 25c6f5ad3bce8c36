using System.Diagnostics;
using SampleProvider.Echo;
using TerraformPlugin.Tests.Protocol;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;
using Serving = PluginClient.Protocol.GrpcHealth.HealthCheckResponse.Types.ServingStatus;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>The machine's trust store is not read for the plugin's own TLS, and stays where the user put it for everything else.</summary>
public sealed class TrustStoreProcessTests
{
    [Fact]
    public async Task Start_TrustStoreThatCannotBeRead_IsNotRead()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there the trust store is OpenSSL's.");
        using var folder = new TempFolder();
        var pipe = Path.Combine(folder.Path, "bundle.pem");
        using (var mkfifo = Process.Start("mkfifo", pipe))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // A reader of a pipe without a writer waits forever.
        await using var plugin = await StartAsync(pipe, folder.Path);

        Assert.Equal(Serving.Serving, await plugin.PingAsync());
    }

    [Fact]
    public async Task Start_TrustStoreOfTheUser_IsStillInTheEnvironment()
    {
        await using var plugin = await StartAsync("/of/the/user.pem", "/of/the/user");

        Assert.Equal("/of/the/user.pem", await VariableAsync(plugin, "SSL_CERT_FILE"));
        Assert.Equal("/of/the/user", await VariableAsync(plugin, "SSL_CERT_DIR"));
    }

    [Fact]
    public async Task Start_NoTrustStoreOfTheUser_LeavesTheEnvironmentWithout()
    {
        await using var plugin = await StartAsync(null, null);

        Assert.Empty(await VariableAsync(plugin, "SSL_CERT_FILE"));
        Assert.Empty(await VariableAsync(plugin, "SSL_CERT_DIR"));
    }

    private static Task<SamplePlugin> StartAsync(string? file, string? directory) => SamplePlugin.StartAsync(launch => launch with
    {
        Environment = new Dictionary<string, string?> { ["SSL_CERT_FILE"] = file, ["SSL_CERT_DIR"] = directory },
    });

    // The sample answers as a provider that looks for its roots: by the managed environment.
    private static async Task<string> VariableAsync(SamplePlugin plugin, string name)
    {
        var type = new EchoDataSource(() => default).Schema.Type;
        var config = Object(
            ("text", String(name)),
            ("more", TfValue.Null),
            ("fault", String("read:environment")),
            ("greeting", TfValue.Null),
            ("answer", TfValue.Null));
        var answer = await new SampleCalls(plugin.Process.Connection.Invoker).Client.ReadDataSourceAsync(
            new() { TypeName = "sample_echo", Config = SampleCalls.Encode(config, type) }, SampleCalls.Options);
        Answers.AssertClean(answer);
        return TfMsgPack.Decode(answer.State.Msgpack.Memory, type).Attributes["answer"].String;
    }
}
