using System.Runtime.CompilerServices;
using RocketChat.Client;

namespace RocketTfProvider.Settings;

/// <summary>
/// Which settings which type of resource manages in this run. Two that manage the same one undo each other's work; whoever is planned
/// second finds out.
/// </summary>
internal sealed class SettingClaims
{
    // Each run configures the provider anew, also in debug mode, where a process serves many runs: a client is a run.
    private readonly ConditionalWeakTable<RocketChatClient, Dictionary<string, string>> _runs = [];

    /// <summary>Says that a resource of this type manages the setting.</summary>
    /// <returns>The other type that does so too; null when there is none.</returns>
    public string? Claim(RocketChatClient client, string settingId, string typeName)
    {
        var claims = _runs.GetOrCreateValue(client);
        lock (claims)
        {
            if (claims.TryAdd(settingId, typeName))
            {
                return null;
            }

            return claims[settingId] == typeName ? null : claims[settingId];
        }
    }
}
