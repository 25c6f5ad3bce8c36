using RocketChat.Client;
using RocketChat.Client.Server;
using RocketTfProvider.Settings;

namespace RocketTfProvider.Push;

/// <summary>The changes that a server applies when push is disabled and enabled, instead of at its next start.</summary>
internal sealed class PushReloading(ServerInfo server)
{
    /// <summary>The reason why `reload` cannot replace the restart.</summary>
    public string WhyNot => server.ReloadsPushGateway
        ? $"On Rocket.Chat {server.Version}, `reload` applies a change of `{PushSettingsTable.GatewayUrl}` only."
        : $"`reload` has no effect on Rocket.Chat {server.Version}.";

    /// <summary>Whether disabling and enabling push applies these changes.</summary>
    /// <param name="changed">The changed settings that need a restart.</param>
    /// <param name="hasMore">Whether something else waits for a restart: a registration, or what an earlier apply changed.</param>
    public bool Applies(IReadOnlyCollection<SettingAttribute> changed, bool hasMore) =>
        server.ReloadsPush
        || (server.ReloadsPushGateway && !hasMore && changed.All(setting => setting.Path == PushSettingsTable.GatewayUrl));
}
