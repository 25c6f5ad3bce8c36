using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;

namespace RocketTfProvider.Rooms;

/// <summary>
/// Diagnostics that the resources about owners share. An apply plans again and prints the warnings of a plan a second time, so they are
/// true before and after the change.
/// </summary>
internal static class OwnershipDiagnostics
{
    public const string LastOwnerSummary = "Last owner of …";

    public static Diagnostic UnknownUser(string userId, AttributePath path) => Diagnostic.Error(
        "User … not found".About(userId),
        $"There is no user with the id {userId.Quoted()} on the server. If that is a username, the data source `rocketchat_user` finds "
            + "its id.",
        path);

    public static Diagnostic RoomGone(string room, string roomId) => Diagnostic.Warning(
        "Room … no longer exists".About(room),
        $"The room {room.Quoted()} ({roomId}) no longer exists, so nobody owns it. The resource is removed from the state.");

    public static Diagnostic UserGone(string user, string userId) => Diagnostic.Warning(
        "User … no longer exists".About(user),
        $"The user {user.Quoted()} ({userId}) no longer exists and owns nothing. The ownership is removed from the state.");

    public static Diagnostic OwnerRemoved(Room room, User user) => Diagnostic.Warning(
        "Owner … of … was removed outside".About(user.Username, room.Name),
        $"{user.Quoted()} no longer owns the room {room.Quoted()}: the ownership was removed outside of this configuration. The ownership "
        + "is removed from the state. An apply restores it where the configuration still has it.");

    public static Diagnostic RoomRenamed(string configured, string present, string roomId) => Diagnostic.Warning(
        "Room … was renamed".About(configured),
        $"The room {configured.Quoted()} of the configuration is called {present.Quoted()} on the server now. It is the same room, and its "
        + $"owners are not affected. Write {present.Quoted()} as `room_name`, or use `room_id = \"{roomId}\"`, which never changes.",
        RoomLookup.NamePath);

    public static Diagnostic UserRenamed(string configured, string present, string userId) => Diagnostic.Warning(
        "User … was renamed".About(configured),
        $"The user {configured.Quoted()} of the configuration is called {present.Quoted()} on the server now. It is the same user, and the "
        + $"ownership is not affected. Write {present.Quoted()} as `username`, or use `user_id = \"{userId}\"`, which never changes.",
        RoomOwnerResource.UsernamePath);

    /// <summary>A problem of an object that a refresh found gone: its plan warns, so that a destroy works.</summary>
    public static Diagnostic OfGone(Diagnostic fault) => fault with
    {
        Severity = DiagnosticSeverity.Warning,
        Detail = fault.Detail + " A destroy still works. An apply that changes this object stops with this error.",
    };

    public static Diagnostic Deactivated(Room room, User user, AttributePath path) => Diagnostic.Warning(
        "Deactivated owner … of …".About(user.Username, room.Name),
        $"The account {user.Quoted()} is deactivated: nobody can act as this owner of the room {room.Quoted()}. Activate the account, or "
        + "choose another user.",
        path);

    public static Diagnostic AlreadyOwner(Room room, User user, AttributePath path) => Diagnostic.Warning(
        "User … already owns …".About(user.Username, room.Name),
        $"{user.Quoted()} owns the room {room.Quoted()} without this resource, which adopts the ownership as it is. A destroy of the "
        + "resource removes the ownership, unless `on_destroy = \"keep\"`.",
        path);

    public static Diagnostic Invited(Room room, User user, AttributePath path) => Diagnostic.Warning(
        "User … is invited to …".About(user.Username, room.Name),
        $"{user.Quoted()} is invited to the room {room.Quoted()} before the ownership is given, because `invite_members` is `true`. "
        + "Everybody in the room sees the invitation.",
        path);

    public static Diagnostic NotAMember(Room room, User user, AttributePath path) => Diagnostic.Error(
        "User … is not a member of …".About(user.Username, room.Name),
        $"{user.Quoted()} is not a member of the room {room.Quoted()}, and only members can own a room. Invite the user to the room in "
            + "Rocket.Chat, or set `invite_members = true`.",
        path);

    /// <summary>A room whose only owners have deactivated accounts.</summary>
    public static Diagnostic NobodyActive(Room room, IEnumerable<User> owners, AttributePath path) => Diagnostic.Error(
        "No active owner of …".About(room.Name),
        $"With {owners.Named()} as the only owners of the room {room.Quoted()}, nobody can act as its owner: the accounts are deactivated. "
        + "Add an active user.",
        path);

    /// <summary>The plan of a new list cannot name the owners that it removes.</summary>
    public static Diagnostic PresentOwnersUnknown(Tf<string> roomName, AttributePath path) => Diagnostic.Warning(
        roomName.TryGet(out var name) ? "Present owners not known yet".Naming(name) : "Present owners not known yet",
        "The room will be known only after other resources are applied, so this plan cannot name its present owners. The apply removes "
        + "every owner whom `user_ids` does not list. To review the names first, apply the other resources alone (for instance with "
        + "-target).",
        path);

    public static Diagnostic ChangedOutside(Room room, OwnerDrift drift, bool isAccepted, AttributePath path) => Diagnostic.Warning(
        "Owners of … were changed outside".About(room.Name),
        $"The owners of the room {room.Quoted()} were changed outside of this configuration. "
        + (drift.Added.Count > 0 ? $"New owner: {drift.Added.Named()}. " : "")
        + (drift.Removed.Count > 0 ? $"No longer an owner: {drift.Removed.Named()}. " : "")
        + (isAccepted
            ? "The configuration lists the present owners, or ignores such changes, so the plan leaves them."
            : "An apply of this plan sets the owners that the configuration lists."),
        path);

    public static Diagnostic MovedToList(string room, AttributePath path) => Diagnostic.Warning(
        "All owners of … are managed now".About(room),
        $"This object was a `rocketchat_room_owner`, which managed one owner of the room {room.Quoted()}. As `rocketchat_room_owners`, it "
        + "manages all of them: an apply removes every owner whom `user_ids` does not list. List everybody who is to stay.",
        path);

    public static Diagnostic MovedToOne(RoomOwnerModel owner, AttributePath path)
    {
        var (room, user) = (owner.RoomName.Or(owner.RoomId.Value), owner.Username.Or(owner.UserId.Value));
        return Diagnostic.Warning(
            "Only owner … of … is managed now".About(user, room),
            $"This object was a `rocketchat_room_owners`, which managed all owners of the room {room.Quoted()}. As "
            + "`rocketchat_room_owner`, "
            + $"it manages only {user.Quoted()}: people in Rocket.Chat can choose other owners, and no plan reports them.",
            path);
    }

    public static Diagnostic NotOneOwner(RoomOwnersModel list)
    {
        var (room, ids) = (list.RoomName.Or(list.RoomId.Value), list.UserIds.Or([]));
        var imports = ids.Order(StringComparer.Ordinal).Select(id => RoomOwnerModel.IdOf(list.RoomId.Value, id).Quoted());
        return Diagnostic.Error(
            "Several owners of … cannot be moved".About(room),
            $"The state has {list.Usernames.Or([]).Named()} as owners of the room {room.Quoted()}, and a `rocketchat_room_owner` "
            + "manages one. "
            + "Nothing was changed. Replace the `moved` block by a `removed` block with `destroy = false`, and import one "
            + $"`rocketchat_room_owner` for each owner, with the ids {string.Join(", ", imports)}.");
    }

    /// <summary>The warnings of a plan that the apply can carry out.</summary>
    public static IEnumerable<Diagnostic> Warnings(OwnershipReview review, AttributePath path)
    {
        var room = review.Room;
        if (!review.ChangesNothing)
        {
            yield return WillChange(room.Name, Change(review), path);
        }

        if (review.LosesOwnRole)
        {
            yield return OwnRole(review.Self!, room.Name, path);
        }

        var deactivated = review.Wanted.Where(user => user.Active == false).ToList();
        if (deactivated.Count > 0 && deactivated.Count == review.Wanted.Count && review.ChangesNothing)
        {
            yield return NobodyActive(room, deactivated, path) with { Severity = DiagnosticSeverity.Warning };
        }
        else if (deactivated.Count > 0 && deactivated.Count < review.Wanted.Count)
        {
            yield return Diagnostic.Warning(
                "Deactivated owner of …".About(room.Name),
                $"Among the owners of the room {room.Quoted()}, {deactivated.Named()} cannot act: the account is deactivated.",
                path);
        }
    }

    /// <param name="room">Its name.</param>
    /// <param name="change">The new and the former owners, and the reason.</param>
    /// <param name="path">The attribute that lists the owners; null in the plan of a destroy.</param>
    public static Diagnostic WillChange(string room, string change, AttributePath? path) =>
        Diagnostic.Warning("Owners of … will change".About(room), change, path);

    /// <summary>The account that calls gives up a role that it cannot replace by another.</summary>
    public static Diagnostic OwnRole(User self, string room, AttributePath? path) => Diagnostic.Warning(
        "Provider loses its own role in …".About(room),
        $"The provider's account, {self.Quoted()}, is not an administrator and changes the owners of the room {room.Quoted()} as one of "
        + "them. Without the role it can no longer do that, so it cannot undo this change. Keep it among the owners, or use the token of "
        + "an administrator.",
        path);

    public static Diagnostic TwoResources(string room, AttributePath path) => Diagnostic.Warning(
        "Room … is managed twice".About(room),
        $"Both `rocketchat_room_owners` and `rocketchat_room_owner` manage the room {room.Quoted()}. The first removes the owners that the "
        + "second adds, so every plan shows a change. Use only one of them for a room.",
        path);

    public static Diagnostic LastOwners(string room, IEnumerable<User> leaving) => LastOwner(
        room, $"Without {leaving.Named()}, the room {room.Quoted()} has no active owner", "`on_destroy = \"keep\"`");

    /// <param name="room">Its name.</param>
    /// <param name="fact">The last owner, in a sentence without its end.</param>
    /// <param name="ways">The arguments that let the destroy pass.</param>
    public static Diagnostic LastOwner(string room, string fact, string ways) => Diagnostic.Error(
        LastOwnerSummary.About(room),
        $"{fact}. The destroy is refused unless the room has another one by then. Make another user an owner first; or set {ways} and "
        + "apply that before the destroy.");

    /// <summary>The owners stay, for a reason that follows <c>still own</c> and the room.</summary>
    public static Diagnostic Kept(string room, IReadOnlyCollection<string> owners, string reason) => Diagnostic.Warning(
        "Owners of … are kept".About(room), $"{owners.Named()} still {Own(owners.Count)} the room {room.Quoted()}, because {reason}");

    /// <summary>An owner stays, for a reason that is a sentence.</summary>
    public static Diagnostic OwnerKept(string room, string user, string detail) =>
        Diagnostic.Warning("Owner … of … is kept".About(user, room), detail);

    public static string Own(int owners) => owners > 1 ? "own" : "owns";

    private static string Change(OwnershipReview review)
    {
        var sentences = new List<string>
        {
            $"Before this change, {review.Owners.Named()} {Own(review.Owners.Count)} the room {review.Room.Quoted()}.",
        };
        AddSentence(review.Gains, "gains the ownership", "gain the ownership");
        AddSentence(review.Losses, "loses the ownership", "lose the ownership");
        AddSentence(review.Invited, "is invited to the room first", "are invited to the room first");
        return string.Join(' ', sentences);

        void AddSentence(IReadOnlyList<User> users, string singular, string plural)
        {
            if (users.Count > 0)
            {
                sentences.Add($"{users.Named()} {(users.Count == 1 ? singular : plural)}.");
            }
        }
    }
}
