using System.Text.Json;

namespace TerraformPlugin.Tests.Hosting.Logging;

public sealed class LoggingProcessTests
{
    [Fact]
    public async Task Log_AskedFor_IsJsonThatTheCliUnderstands()
    {
        await using var plugin = await SamplePlugin.StartAsync(
            launch => launch with { Environment = new Dictionary<string, string?> { ["TF_LOG_PROVIDER_SAMPLE"] = "TRACE" } });
        await plugin.PingAsync();
        await plugin.Process.ShutdownAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(plugin.Process.ErrorLines);
        Assert.All(plugin.Process.ErrorLines, line =>
        {
            using var json = JsonDocument.Parse(line);
            Assert.Matches("^(trace|debug|info|warn|error)$", json.RootElement.GetProperty("@level").GetString());
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$", json.RootElement.GetProperty("@timestamp").GetString());
            Assert.Equal(JsonValueKind.String, json.RootElement.GetProperty("@message").ValueKind);
            Assert.Equal("provider.sample", json.RootElement.GetProperty("@module").GetString());
        });
    }

    [Fact]
    public async Task Log_NotAskedFor_IsEmpty()
    {
        await using var plugin = await SamplePlugin.StartAsync(
            launch => launch with { Environment = new Dictionary<string, string?> { ["TF_LOG_CORE"] = "TRACE" } });
        await plugin.PingAsync();
        await plugin.Process.ShutdownAsync(TestContext.Current.CancellationToken);

        Assert.Empty(plugin.Process.ErrorLines);
    }
}
