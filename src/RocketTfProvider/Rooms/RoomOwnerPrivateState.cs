using TerraformPlugin;

namespace RocketTfProvider.Rooms;

/// <summary>The private state of <c>rocketchat_room_owner</c>.</summary>
internal sealed class RoomOwnerPrivateState(PrivateState state)
{
    private const string ConfiguredNameKey = "configured_username";
    private const string PlannedDestroyKey = "planned_destroy";

    /// <summary>The username as the configuration had it when the user was looked up; null where it had only an id.</summary>
    public string? ConfiguredName
    {
        get => state.TryGet(ConfiguredNameKey, out var name) ? name : null;
        set => state.Set(ConfiguredNameKey, value);
    }

    /// <summary>
    /// True when the provider has planned the destroy. Core plans a plain destroy, but not the destroy half of a replacement that deletes
    /// first: a delete without this mark is followed by a create.
    /// </summary>
    public bool IsPlannedDestroy
    {
        get => state.TryGet(PlannedDestroyKey, out _);
        set => state.Set(PlannedDestroyKey, value ? "true" : null);
    }
}
