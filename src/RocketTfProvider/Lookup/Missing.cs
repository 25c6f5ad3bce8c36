using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Lookup;

/// <summary>The errors for what is not there.</summary>
internal static class Missing
{
    public static DiagnosticException User(string user, AttributePath? path) => new(
        "User not found",
        $"There is no user `{user}` on the server. User names are written without `@`, and the display name is something else; "
        + "an id is shown in the administration panel under Users.",
        path);

    public static DiagnosticException Room(string room, AttributePath? path) => new(
        "Room not found",
        $"There is no room `{room}` that this account can see. A room is found by its id or by its exact name (the last part of its address), "
        + "not by its title; the account needs the permission `view-room-administration` to see private rooms that it is not in.",
        path);
}
