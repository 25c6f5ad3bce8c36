using RocketTfProvider.Connection;
using TerraformPlugin;

namespace RocketTfProvider.Rooms;

/// <summary>The private state of <c>rocketchat_room_owner</c>.</summary>
internal sealed class RoomOwnerPrivateState(PrivateState state)
{
    private const string UsernamesKey = "configured_username";
    private const string PlannedDestroyKey = "planned_destroy";

    /// <summary>Names that the room has had.</summary>
    public KnownNames RoomNames { get; } = RoomPrivateState.NamesIn(state);

    /// <summary>Names that the user has had.</summary>
    public KnownNames Usernames { get; } = new(state, UsernamesKey);

    /// <summary>
    /// True when the provider has planned the destroy. Core plans a plain destroy, but not the destroy half of a replacement that deletes
    /// first: a delete without this mark is followed by a create.
    /// </summary>
    public bool IsPlannedDestroy
    {
        get => state.TryGet(PlannedDestroyKey, out _);
        set => state.Set(PlannedDestroyKey, value ? "true" : null);
    }

    /// <summary>Removes the entries that only this resource has, for an object that another resource takes over.</summary>
    public void Clear()
    {
        foreach (var key in new[] { UsernamesKey, PlannedDestroyKey })
        {
            state.Set(key, null);
        }
    }
}
