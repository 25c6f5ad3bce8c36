using PluginClient;
using PluginClient.Protocol.V6;
using RocketTfProvider.Tests.Wire;

namespace RocketTfProvider.Tests;

public sealed class SchemaRulesTests
{
    [Fact]
    public async Task GetProviderSchema_OfTheProgram_IsOneThatEveryCliLoads()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var identity = ClientIdentity.Create();
        await using var plugin = await PluginProcess.StartAsync(
            new PluginLaunch(ProviderProgram.Path) { Identity = identity }, cancellation);
        var client = new Provider.ProviderClient(plugin.Connection.Invoker);

        var schemas = await client.GetProviderSchemaAsync(new(), deadline: DateTime.UtcNow.AddMinutes(1), cancellationToken: cancellation);

        Assert.Empty(SchemaRules.Violations(schemas));
        Assert.NotEmpty(schemas.ResourceSchemas);
        Assert.All(
            schemas.ResourceSchemas.Keys.Concat(schemas.DataSourceSchemas.Keys),
            name => Assert.StartsWith("rocketchat_", name, StringComparison.Ordinal));
        Assert.Equal(0, await plugin.ShutdownAsync(cancellation));
    }
}
