using System.Diagnostics.CodeAnalysis;

namespace RocketTfProvider.Rooms;

/// <summary>The id of a <c>rocketchat_room_owner</c>: <c>room_id/user_id</c>, or names in an import.</summary>
internal static class RoomOwnerId
{
    /// <summary>Splits an id into its parts, without the space around them.</summary>
    public static bool TryParse(string id, [NotNullWhen(true)] out string? room, [NotNullWhen(true)] out string? user)
    {
        // Usernames and ids have no slash; the title of an old room could have one.
        var slash = id.LastIndexOf('/');
        (room, user) = slash < 0 ? ("", "") : (id[..slash].Trim(), id[(slash + 1)..].Trim());
        return room.Length > 0 && user.Length > 0;
    }
}
