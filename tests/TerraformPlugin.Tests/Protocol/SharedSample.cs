using TerraformPlugin.Tests.Hosting;
using TerraformPlugin.Tests.Protocol;

[assembly: AssemblyFixture(typeof(SharedSample))]

namespace TerraformPlugin.Tests.Protocol;

/// <summary>
/// One running sample provider for all tests that leave nothing behind in it; started by the first that needs it.
/// It survives them all: whatever a test sends, the next one is answered.
/// </summary>
public sealed class SharedSample : IAsyncDisposable
{
    private readonly Lazy<Task<SamplePlugin>> _plugin = new(() => SamplePlugin.StartAsync());

    internal async Task<SampleCalls> ConnectAsync() => new((await _plugin.Value).Process.Connection.Invoker);

    public async ValueTask DisposeAsync()
    {
        if (_plugin.IsValueCreated)
        {
            await (await _plugin.Value).DisposeAsync();
        }
    }
}
