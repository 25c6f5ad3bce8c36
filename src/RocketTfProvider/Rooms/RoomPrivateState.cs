using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>The part of the private state that both resources about owners have, under the same keys.</summary>
internal static class RoomPrivateState
{
    private const string RoomNamesKey = "room_names";
    private const string MovedKey = "moved";

    /// <summary>Names that the room has had.</summary>
    public static KnownNames NamesIn(PrivateState state) => new(state, RoomNamesKey);

    /// <summary>True between a move from the other resource and the next refresh or apply.</summary>
    public static bool IsMoved(PrivateState state) => state.TryGet(MovedKey, out _);

    public static void SetMoved(PrivateState state, bool isMoved) => state.Set(MovedKey, isMoved ? "true" : null);

    /// <summary>Refuses to replace an object in the plan that moves it: a move must not destroy anything.</summary>
    /// <exception cref="DiagnosticException">The object was moved.</exception>
    public static void RequireNotMoved(bool isMoved, string room, AttributePath path)
    {
        if (isMoved)
        {
            throw new DiagnosticException(
                "Moved object of … would be replaced".About(room),
                $"A `moved` block brings this object of the room {room.Quoted()} here, and the configuration names another room or "
                + "another user than the object has. A move must not remove an owner. Give the object the room and the user that it had, "
                + "apply that, and change them afterwards.",
                path);
        }
    }
}
