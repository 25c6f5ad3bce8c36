using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>Diagnostics that the resources about owners share.</summary>
internal static class OwnershipDiagnostics
{
    public static Diagnostic UnknownUser(string userId, AttributePath path) => Diagnostic.Error(
        "User not found",
        $"There is no user with the id {userId.Quoted()} on the server. If that is a username, the data source `rocketchat_user` finds "
            + "its id.",
        path);

    public static Diagnostic RoomGone(string room, string roomId) => Diagnostic.Warning(
        "Room no longer exists",
        $"The room {room.Quoted()} ({roomId}) no longer exists, so nobody owns it. The resource is removed from the state.");

    public static Diagnostic NotAMember(Room room, User user, AttributePath path, bool canInvite = true) => Diagnostic.Error(
        "Not a member of the room",
        $"{user.Quoted()} is not a member of the room {room.Quoted()}, and only members can own a room. Invite the user to the room in "
            + "Rocket.Chat"
        + (canInvite ? ", or set `invite_members = true`." : ", then apply again."),
        path);

    public static Diagnostic NobodyActive(Room room, IEnumerable<User> wanted, AttributePath path) => Diagnostic.Error(
        "No active owner",
        $"The only owners of the room {room.Quoted()} would be {wanted.Named()}, whose accounts are deactivated: nobody could act as its "
        + "owner. Add an active user.",
        path);

    /// <summary>The warnings of a plan that the apply can carry out.</summary>
    public static IEnumerable<Diagnostic> Warnings(OwnershipReview review, AttributePath path)
    {
        if (!review.ChangesNothing)
        {
            yield return Diagnostic.Warning("Owners of the room will change", Change(review), path);
        }

        if (review.LosesOwnRole)
        {
            yield return OwnRole(review.Self!, review.Room.Name, path);
        }

        var deactivated = review.Wanted.Where(user => user.Active == false).ToList();
        if (deactivated.Count > 0 && deactivated.Count == review.Wanted.Count && review.ChangesNothing)
        {
            yield return Diagnostic.Warning(
                "No active owner",
                $"The only owners of the room {review.Room.Quoted()} are {deactivated.Named()}, whose accounts are deactivated. Add an "
                    + "active user.",
                path);
        }
        else if (deactivated.Count > 0 && deactivated.Count < review.Wanted.Count)
        {
            yield return Diagnostic.Warning(
                "Deactivated owner",
                $"Among the owners of the room {review.Room.Quoted()}, {deactivated.Named()} cannot act: the account is deactivated.",
                path);
        }
    }

    /// <summary>The account that calls gives up a role that it cannot replace by another.</summary>
    public static Diagnostic OwnRole(User self, string room, AttributePath? path) => Diagnostic.Warning(
        "Provider loses its own role",
        $"The provider's account, {self.Quoted()}, is an owner of the room {room.Quoted()} and not an administrator. Without the role it "
        + "can no longer change the owners of this room, so it cannot undo this change. Keep it among the owners, or use the token of an "
        + "administrator.",
        path);

    public static Diagnostic TwoResources(string room, AttributePath path) => Diagnostic.Warning(
        "Room managed twice",
        $"Both `rocketchat_room_owners` and `rocketchat_room_owner` manage the room {room.Quoted()}. The first removes the owners that the "
        + "second adds, so every plan shows a change. Use only one of them for a room.",
        path);

    public static Diagnostic LastOwners(string room, IEnumerable<User> leaving) => Diagnostic.Error(
        "Last owner of the room",
        $"Without {leaving.Named()} the room {room.Quoted()} would have no active owner, so the destroy is refused. Make another user an "
        + "owner first; or set `on_destroy = \"keep\"` and apply that before the destroy.");

    private static string Change(OwnershipReview review)
    {
        var own = review.Owners.Count > 1 ? "own" : "owns";
        var sentences = new List<string> { $"Now {review.Owners.Named()} {own} the room {review.Room.Quoted()}." };
        if (review.Gains.Count > 0)
        {
            sentences.Add($"Will gain the ownership: {review.Gains.Named()}.");
        }

        if (review.Losses.Count > 0)
        {
            sentences.Add($"Will lose the ownership: {review.Losses.Named()}.");
        }

        if (review.Invited.Count > 0)
        {
            sentences.Add($"Will be invited to the room first: {review.Invited.Named()}.");
        }

        return string.Join(' ', sentences);
    }
}
