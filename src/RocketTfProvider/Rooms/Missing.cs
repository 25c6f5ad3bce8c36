using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>The errors for what is not there.</summary>
internal static class Missing
{
    private const string Permission = "to see private rooms that it is not in, the account needs the permission `view-room-administration`.";

    public static DiagnosticException User(string user, AttributePath? path) => new(
        "User not found",
        $"There is no user `{user}` on the server. A user name is written without `@` and with the capitals that it has; the display name is "
        + "something else. An id is shown in the administration panel under Users.",
        path);

    public static DiagnosticException UserByEmail(string email, AttributePath path) => new(
        "User not found",
        $"There is no user with the e-mail address `{email}` on the server. The addresses of a user are shown in the administration panel under Users.",
        path);

    public static DiagnosticException RoomById(string roomId, AttributePath? path) => new(
        "Room not found",
        $"There is no room with the id `{roomId}` that this account can see. The data source `rocketchat_room` finds the id of a room by its name; "
        + Permission,
        path);

    public static DiagnosticException RoomByName(string name, AttributePath? path) => new(
        "Room not found",
        $"There is no room `{name}` that this account can see. A room is found by its exact name, the last part of its address, not by its title; "
        + Permission,
        path);
}
