using Grpc.Core;
using PluginClient;
using PluginClient.Protocol.V6;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.MalformedCalls;

/// <summary>The provider as a process (what ships, if it was built), configured for an emulated workspace.</summary>
internal sealed class ConnectedProvider : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly EmulatorServer _server;
    private readonly ClientIdentity _identity;
    private readonly PluginProcess _process;

    private ConnectedProvider(EmulatorServer server, ClientIdentity identity, PluginProcess process) =>
        (_server, _identity, _process) = (server, identity, process);

    /// <summary>A deadline that only a hang reaches.</summary>
    public static CallOptions Options => new(deadline: DateTime.UtcNow + Limit, cancellationToken: Cancellation);

    public Provider.ProviderClient Client => new(_process.Connection.Invoker);

    private static TfType ProviderSchemaType => new RocketChatProvider(_ => null).Schema.Type;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ConnectedProvider> StartAsync()
    {
        var server = await EmulatorServer.StartAsync(new EmulatorOptions(), Cancellation);
        server.Workspace.HasLicense = true;
        var identity = ClientIdentity.Create();
        var process = await PluginProcess.StartAsync(
            new PluginLaunch(ProviderProgram.Path)
            {
                Identity = identity,
                Environment = new Dictionary<string, string?>
                {
                    ["ROCKETCHAT_URL"] = server.Url.AbsoluteUri,
                    ["ROCKETCHAT_USER_ID"] = DefaultSeed.AdminId,
                    ["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AdminToken,
                },
            },
            Cancellation);
        var provider = new ConnectedProvider(server, identity, process);
        var type = ProviderSchemaType;
        var nothing = TfValue.Object(type.Attributes.Select(a => KeyValuePair.Create(a.Key, TfValue.Null)));
        var answer = await provider.Client.ConfigureProviderAsync(new() { Config = TypeSlot.Encode(nothing, type) }, Options);
        Assert.Empty(answer.Diagnostics);
        return provider;
    }

    /// <summary>Ends the provider as a CLI does.</summary>
    public Task<int?> ShutdownAsync() => _process.ShutdownAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _identity.Dispose();
        await _server.DisposeAsync();
    }
}
