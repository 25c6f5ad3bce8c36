using System.Text.Json;
using TerraformPlugin;

namespace RocketTfProvider.Settings;

/// <summary>What a resource made of settings keeps in its private state.</summary>
internal sealed class SettingsMemory(PrivateState state)
{
    private const string ManagedKey = "managed";
    private const string BeforePrefix = "before:";
    private const string HashPrefix = "hash:";

    private HashSet<string> Managed =>
        state.TryGet(ManagedKey, out var ids) ? ids.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal) : [];

    /// <summary>Says which settings an apply has a value for. What is known of those that it lets go is forgotten.</summary>
    public void Manage(IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var id in Managed.Except(wanted))
        {
            state.Set(BeforePrefix + id, null);
            state.Set(HashPrefix + id, null);
        }

        state.Set(ManagedKey, string.Join(',', wanted.Order(StringComparer.Ordinal)));
    }

    /// <summary>Whether the last apply had a value for the setting.</summary>
    public bool Manages(SettingAttribute setting)
    {
        var managed = Managed;
        return setting.Ids.Any(managed.Contains);
    }

    /// <summary>Whether the last apply had a value for the setting.</summary>
    public bool Manages(string id) => Managed.Contains(id);

    /// <summary>The value from before this resource managed the setting; null when none was kept.</summary>
    public JsonElement? Before(string id) => state.TryGet(BeforePrefix + id, out var json) ? SettingJson.Parse(json) : null;

    /// <summary>Keeps the value from before, unless one is kept already.</summary>
    public void KeepBefore(string id, JsonElement value)
    {
        if (!state.TryGet(BeforePrefix + id, out _))
        {
            state.Set(BeforePrefix + id, value.GetRawText());
        }
    }

    public bool IsLastSent(string id, string secret) => state.TryGet(HashPrefix + id, out var hash) && SecretHash.Matches(hash, secret);

    public bool HasSent(string id) => state.TryGet(HashPrefix + id, out _);

    public void Sent(string id, string secret) => state.Set(HashPrefix + id, SecretHash.Of(secret));
}
