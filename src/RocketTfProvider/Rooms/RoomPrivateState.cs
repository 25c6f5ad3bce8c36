using RocketTfProvider.Connection;
using TerraformPlugin;

namespace RocketTfProvider.Rooms;

/// <summary>The part of the private state that both resources about owners have, under the same keys.</summary>
internal static class RoomPrivateState
{
    private const string RoomNamesKey = "room_names";

    /// <summary>Names that the room has had.</summary>
    public static KnownNames NamesIn(PrivateState state) => new(state, RoomNamesKey);
}
