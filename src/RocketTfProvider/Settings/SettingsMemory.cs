using System.Text.Json;
using TerraformPlugin;

namespace RocketTfProvider.Settings;

/// <summary>What a resource made of settings keeps in its private state.</summary>
internal sealed class SettingsMemory(PrivateState state)
{
    private const string ManagedKey = "managed";
    private const string BeforePrefix = "before:";
    private const string HashPrefix = "hash:";

    /// <summary>The settings that the last apply had a value for.</summary>
    public IReadOnlySet<string> Managed
    {
        get => state.TryGet(ManagedKey, out var ids) ? ids.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal) : new HashSet<string>();
        set => state.Set(ManagedKey, string.Join(',', value.Order(StringComparer.Ordinal)));
    }

    /// <summary>Whether the last apply had a value for the setting.</summary>
    public bool Manages(SettingAttribute setting)
    {
        var managed = Managed;
        return setting.Ids.Any(managed.Contains);
    }

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
