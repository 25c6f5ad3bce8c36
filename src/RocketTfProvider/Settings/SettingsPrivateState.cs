using System.Text.Json;
using TerraformPlugin;

namespace RocketTfProvider.Settings;

/// <summary>The private state of a resource that is made of settings.</summary>
internal sealed class SettingsPrivateState(PrivateState state)
{
    private const string ManagedKey = "managed";
    private const string ImportedKey = "imported";
    private const string BeforePrefix = "before:";
    private const string HashPrefix = "hash:";

    /// <summary>The object was imported, and its first refresh is still to come.</summary>
    public bool IsImported
    {
        get => state.TryGet(ImportedKey, out _);
        set => state.Set(ImportedKey, value ? "true" : null);
    }

    /// <summary>Records the settings that an apply has a value for, and forgets everything about those that it stops managing.</summary>
    public void Manage(IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var id in (Managed() ?? []).Except(wanted))
        {
            state.Set(BeforePrefix + id, null);
            state.Set(HashPrefix + id, null);
        }

        state.Set(ManagedKey, string.Join(',', wanted.Order(StringComparer.Ordinal)));
    }

    /// <summary>
    /// Whether the last apply had a value for the setting. Version 0.1.0 did not record this for resources that hold in their state only
    /// what is configured.
    /// </summary>
    public bool Manages(SettingAttribute setting) =>
        Managed() is { } managed ? setting.Ids.Any(managed.Contains) : !setting.IsShownUnmanaged && !IsImported;

    /// <summary>Whether an apply recorded that it had a value for the setting.</summary>
    public bool IsManaged(string id) => Managed()?.Contains(id) == true;

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

    private HashSet<string>? Managed() => state.TryGet(ManagedKey, out var ids)
        ? ids.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)
        : null;
}
