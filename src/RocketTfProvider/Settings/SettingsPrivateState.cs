using System.Text.Json;
using TerraformPlugin;

namespace RocketTfProvider.Settings;

/// <summary>The private state of a resource that is made of settings.</summary>
internal sealed class SettingsPrivateState(PrivateState state)
{
    private const string ManagedKey = "managed";
    private const string ImportedKey = "imported";
    private const string DeletePlannedByKey = "delete_planned_by";
    private const string DeletingKey = "deleting";
    private const string BeforePrefix = "before:";
    private const string HashPrefix = "hash:";
    private const string Mark = "true";

    /// <summary>The object was imported, and its first refresh is still to come.</summary>
    public bool IsImported
    {
        get => state.TryGet(ImportedKey, out _);
        set => state.Set(ImportedKey, value ? Mark : null);
    }

    /// <summary>The run that planned the delete of the object; null without such a plan.</summary>
    public string? DeletePlannedBy
    {
        get => state.TryGet(DeletePlannedByKey, out var run) ? run : null;
        set => state.Set(DeletePlannedByKey, value);
    }

    /// <summary>A delete has begun: the settings that are managed yet are those that it still has to change.</summary>
    public bool IsDeleting
    {
        get => state.TryGet(DeletingKey, out _);
        set => state.Set(DeletingKey, value ? Mark : null);
    }

    /// <summary>The settings that the last apply had a value for.</summary>
    public IReadOnlyCollection<string> ManagedIds => Managed() ?? [];

    /// <summary>Records the settings that an apply has a value for, and forgets everything about those that it stops managing.</summary>
    public void Manage(IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var id in ManagedIds.Except(wanted))
        {
            state.Set(BeforePrefix + id, null);
            state.Set(HashPrefix + id, null);
        }

        state.Set(ManagedKey, string.Join(',', wanted));
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

    /// <summary>Takes the managed settings and their values from before from another object, unless this one has its own.</summary>
    public void TakeOver(SettingsPrivateState other)
    {
        if (Managed() is not null || other.Managed() is not { } managed)
        {
            return;
        }

        Manage(managed);
        foreach (var id in managed)
        {
            if (other.Before(id) is { } before)
            {
                KeepBefore(id, before);
            }
        }
    }

    public bool IsLastSent(string id, string secret) => state.TryGet(HashPrefix + id, out var hash) && SecretHash.Matches(hash, secret);

    public bool HasSent(string id) => state.TryGet(HashPrefix + id, out _);

    public void Sent(string id, string secret) => state.Set(HashPrefix + id, SecretHash.Of(secret));

    private HashSet<string>? Managed() => state.TryGet(ManagedKey, out var ids)
        ? ids.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)
        : null;
}
