using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>What the resources about owners say of the same things.</summary>
internal static class OwnershipWords
{
    public static Diagnostic UnknownUser(string userId, AttributePath path) => Diagnostic.Error(
        "User not found",
        $"There is no user with the id `{userId}` on the server. If that is a user name, the data source `rocketchat_user` gives its id.",
        path);

    public static Diagnostic NotAMember(Room room, User user, AttributePath path, bool canInvite = true) => Diagnostic.Error(
        "Not a member of the room",
        $"`{user.Username}` is not a member of the room `{room.Name}`, and only members can own a room. Invite the user to the room in Rocket.Chat"
        + (canInvite ? ", or set `invite_members = true`." : ", then try again."),
        path);

    public static Diagnostic NobodyActive(Room room, IEnumerable<User> wanted, AttributePath path) => Diagnostic.Error(
        "No active owner",
        $"The room `{room.Name}` would be owned by {wanted.Named()} alone, and nobody could act as its owner: every one of these accounts is "
        + "deactivated. Add somebody whose account is active.",
        path);

    /// <summary>What the plan says, beside the faults.</summary>
    public static IEnumerable<Diagnostic> Remarks(OwnershipReview review, AttributePath path)
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
                $"The room `{review.Room.Name}` is owned by {deactivated.Named()} alone, and every one of these accounts is deactivated. Add somebody whose "
                + "account is active.",
                path);
        }
        else if (deactivated.Count > 0 && deactivated.Count < review.Wanted.Count)
        {
            yield return Diagnostic.Warning(
                "Deactivated owner",
                $"Among the owners of the room `{review.Room.Name}`, {deactivated.Named()} cannot act: the account is deactivated.",
                path);
        }
    }

    /// <summary>The account that calls gives up a role that it cannot replace by another.</summary>
    public static Diagnostic OwnRole(User self, string room, AttributePath? path) => Diagnostic.Warning(
        "Provider loses its own role",
        $"The provider's account, `{self.Username}`, is an owner of the room `{room}` and no administrator. Without the role it cannot change the owners of "
        + "this room any more, nor undo this. Keep it among the owners, or use the token of an administrator.",
        path);

    public static Diagnostic TwoResources(string room, AttributePath path) => Diagnostic.Warning(
        "Room managed twice",
        $"Both `rocketchat_room_owners` and `rocketchat_room_owner` manage the room `{room}` in this run. The first takes away what the second gives, and "
        + "every plan will show a change. Use one of them for a room.",
        path);

    private static string Change(OwnershipReview review)
    {
        var sentences = new List<string> { $"Now {review.Owners.Named()} {(review.Owners.Count > 1 ? "own" : "owns")} the room `{review.Room.Name}`." };
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
