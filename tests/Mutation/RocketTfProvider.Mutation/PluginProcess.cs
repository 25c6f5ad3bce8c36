using Grpc.Core;
using PluginClient;
using PluginClient.Protocol.GoPlugin;
using TerraformPlugin.Hosting;

namespace RocketTfProvider.Tests.Wire;

/// <summary>
/// Stands for the class of this name that starts the provider's program: the provider runs in this process, which alone hears which mutant
/// is on.
/// </summary>
internal sealed class PluginProcess : IAsyncDisposable
{
    private static readonly Lock Output = new();

    private readonly Task _running;

    private PluginProcess(Task running, PluginConnection connection) => (_running, Connection) = (running, connection);

    public PluginConnection Connection { get; }

    public static Task<PluginProcess> StartAsync(PluginLaunch launch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var provider = new RocketChatProvider(launch.Environment.GetValueOrDefault);
        lock (Output)
        {
            var console = Console.Out;
            using var output = new StringWriter();
            Console.SetOut(output);
            try
            {
                // Debug mode reports the address before it waits.
                var running = ProviderHost.RunAsync(provider, ["-debug"]);
                var address = PluginAddress.FromReattach(output.ToString().Split('\'')[1], provider.Address);
                return Task.FromResult(new PluginProcess(running, PluginConnection.Attach(address)));
            }
            finally
            {
                Console.SetOut(console);
            }
        }
    }

    public async Task ShutdownAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Connection.Controller.ShutdownAsync(new Empty(), cancellationToken: cancellationToken);
        }
        catch (RpcException)
        {
            // The server may be gone before it has answered.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        await _running;
    }
}
