using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>Errors for rooms that are not there, or of the wrong kind.</summary>
internal static class RoomErrors
{
    private const string NotFoundSummary = "Room … not found";

    private const string Permission =
        "To see private rooms that it is not in, the account needs the permission `view-room-administration`.";

    public static DiagnosticException IdNotFound(string roomId, AttributePath? path) => new(
        NotFoundSummary.About(roomId),
        $"There is no room with the id {roomId.Quoted()} that this account can see. The data source `rocketchat_room` finds the id of a "
            + "room by its name. "
        + Permission,
        path);

    public static DiagnosticException NameNotFound(string name, AttributePath? path) => new(
        NotFoundSummary.About(name),
        $"There is no room {name.Quoted()} that this account can see. Write the exact name of the room, the last part of its address, not "
            + "its title. "
        + Permission,
        path);

    public static DiagnosticException NotOwnable(string roomId, string kind, AttributePath path) => new(
        "Room … cannot have an owner".About(roomId),
        $"The room {roomId.Quoted()} is {kind}. Choose a channel, a private room, a discussion, or a team's main room.",
        path);

    /// <summary>The configuration has an id and a name, and they mean different rooms.</summary>
    public static DiagnosticException OtherName(string roomId, string present, string configured) => new(
        "Room … has another name".About(roomId),
        $"`room_id` is {roomId.Quoted()}, which is the room {present.Quoted()}, and `room_name` is {configured.Quoted()}. Correct one of "
        + "them, or remove it.",
        RoomLookup.NamePath);
}
