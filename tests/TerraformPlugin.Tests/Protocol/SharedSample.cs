using TerraformPlugin.Tests.Hosting;
using TerraformPlugin.Tests.Protocol;

[assembly: AssemblyFixture(typeof(SharedSample))]

namespace TerraformPlugin.Tests.Protocol;

/// <summary>
/// A running sample provider shared by all tests that leave nothing behind in it, started by the first of them.
/// The provider survives them all: after every request, the next request is answered.
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
