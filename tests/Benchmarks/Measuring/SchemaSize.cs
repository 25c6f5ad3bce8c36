using PluginClient;
using PluginClient.Protocol.V6;

namespace Benchmarks.Measuring;

/// <summary>The size of a provider's schema, which a CLI reads at least once per command.</summary>
internal static class SchemaSize
{
    /// <summary>The schema of the build that ships, as it is on the wire.</summary>
    /// <returns>In bytes.</returns>
    public static async Task<int> OfProviderAsync(CancellationToken cancellationToken)
    {
        using var identity = ClientIdentity.Create();
        var launch = new PluginLaunch(ProviderBuild.Native.Binary) { Identity = identity };
        var plugin = await PluginProcess.StartAsync(launch, cancellationToken);
        await using (plugin)
        {
            var client = new Provider.ProviderClient(plugin.Connection.Invoker);
            return (await client.GetProviderSchemaAsync(new(), cancellationToken: cancellationToken)).CalculateSize();
        }
    }
}
