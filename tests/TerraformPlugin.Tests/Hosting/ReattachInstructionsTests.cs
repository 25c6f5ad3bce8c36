using System.Text.Json;
using PluginClient;
using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class ReattachInstructionsTests
{
    [Theory]
    [InlineData("registry.terraform.io/example/sample", "registry.terraform.io/example/sample", "registry.opentofu.org/example/sample")]
    [InlineData("example.test/example/sample", "example.test/example/sample")]
    public void Json_Provider_IsFoundByEachCli(string address, params string[] sources)
    {
        using var folder = new TempFolder();
        using var listener = PluginListener.OpenUnix(folder.Path, fallback: null);
        var options = new PluginHostOptions { ProviderName = "sample", ProviderAddress = address, Version = "1.2.3" };

        var json = ReattachInstructions.Json(options, listener, processId: 77);

        using var parsed = JsonDocument.Parse(json);
        Assert.Equal(sources, parsed.RootElement.EnumerateObject().Select(provider => provider.Name));
        Assert.All(sources, source =>
        {
            Assert.Equal(new PluginAddress("unix", listener.Address), PluginAddress.FromReattach(json, source));
            var entry = parsed.RootElement.GetProperty(source);
            Assert.Equal("grpc", entry.GetProperty("Protocol").GetString());
            Assert.Equal(6, entry.GetProperty("ProtocolVersion").GetInt32());
            Assert.Equal(77, entry.GetProperty("Pid").GetInt32());
            Assert.True(entry.GetProperty("Test").GetBoolean());
        });
    }
}
