using System.Collections.Concurrent;
using RocketChat.Emulator;
using RocketTfProvider.Push;
using RocketTfProvider.Tests.Wire;

namespace RocketTfProvider.Tests.Settings;

/// <summary>A server of each version, shared by cases that each touch one setting of their own.</summary>
public sealed class PushServers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task<ProviderSession>> _sessions = new();

    internal async Task<ResourceLifecycle> OnAsync(string version)
    {
        var session = await _sessions.GetOrAdd(
            version, v => ProviderSession.StartAsync(options: new EmulatorOptions { VersionProfile = v }));
        session.Server.ClearRequests();
        return new(session, "rocketchat_push_settings", Schema);
    }

    internal static TerraformPlugin.Schemas.Schema Schema { get; } =
        new PushSettingsResource(new RocketTfProvider.Connection.Workspace()).Schema;

    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions.Values)
        {
            await (await session).DisposeAsync();
        }
    }
}
