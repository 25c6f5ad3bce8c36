using RocketChat.Client.Errors;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>The meaning of a refused change of an owner, for all routes.</summary>
internal static class OwnerRefusal
{
    /// <summary>Whether the server reports that no change is needed; a read decides.</summary>
    public static bool IsAlreadyDone(RocketChatException exception, bool owner) => owner
        ? exception.Code is "error-user-already-owner" or "error-user-already-in-role"

        // The server answers "Invalid room" about a user who is no longer a member.
        : exception.Code is "error-user-not-owner" or "error-user-not-in-role" or "error-invalid-room";

    /// <summary>Whether the change may have been made; a read decides.</summary>
    public static bool MayHaveRun(RocketChatException exception) =>
        exception.Kind is RocketChatErrorKind.TimedOut or RocketChatErrorKind.Disconnected
            or RocketChatErrorKind.ServerError or RocketChatErrorKind.UnexpectedAnswer;

    /// <summary>Whether another route may work where this one does not.</summary>
    public static bool IsDeadEnd(RocketChatException exception) =>
        exception.Kind is RocketChatErrorKind.Forbidden or RocketChatErrorKind.UnknownEndpoint
        || exception.Code is "error-room-not-found" or "error-room-archived";

    public static bool IsNotAMember(RocketChatException exception) =>
        exception.Code == "error-user-not-in-room"
        || (exception.Code == "error-invalid-user"
            && exception.ServerMessage?.Contains("not part of given room", StringComparison.OrdinalIgnoreCase) == true);

    public static bool IsLastOwner(RocketChatException exception) => exception.Code == "error-remove-last-owner";

    public static RocketChatException NotAMember(Room room, User user, RocketChatException cause) =>
        RocketChatException.CausedBy(
            cause,
            RocketChatErrorKind.NotAMember,
            $"{NameOf(user)} is not a member of the room {NameOf(room)}; only members can own it.");

    public static RocketChatException LastOwner(Room room, User user, RocketChatException? cause = null) =>
        RocketChatException.CausedBy(cause, RocketChatErrorKind.LastOwner, $"{NameOf(user)} is the last owner of the room {NameOf(room)}.");

    public static RocketChatException LastActiveOwner(Room room, User user, IEnumerable<User> others) =>
        new(
            RocketChatErrorKind.LastOwner,
            $"{NameOf(user)} is the last active owner of the room {NameOf(room)};"
            + $" the other owners are deactivated: {string.Join(", ", others.Select(NameOf))}.");

    public static RocketChatException Restored(Room room, User user) =>
        new(
            RocketChatErrorKind.LastOwner,
            $"{NameOf(user)} turned out to be the last active owner of the room {NameOf(room)}, because another owner was removed at "
            + "the same time; the ownership was restored.");

    public static RocketChatException LeftOwnerless(Room room, User user, RocketChatException cause) =>
        RocketChatException.CausedBy(
            cause,
            cause.Kind,
            $"The room {NameOf(room)} has no active owner now: {NameOf(user)} was removed while another owner was removed at the same "
            + $"time, and could not be made an owner again: {cause.Message}");

    public static RocketChatException RoomGone(Room room, RocketChatException cause) =>
        RocketChatException.CausedBy(
            cause, RocketChatErrorKind.Rejected, $"The room {NameOf(room)} ({room.Id}) no longer exists.", "error-room-not-found");

    public static RocketChatException OutOfReach(Room room, IReadOnlyList<RocketChatException> refusals) =>
        refusals.FirstOrDefault(refusal => refusal.Kind == RocketChatErrorKind.Forbidden)
        ?? RocketChatException.CausedBy(
            refusals[0],
            RocketChatErrorKind.Forbidden,
            $"Only members can change the owners of the room {NameOf(room)}: let the account join it first."
            + $" The server answered: {refusals[0].ServerMessage ?? refusals[0].Code}");

    public static RocketChatException NotConfirmed(Room room, User user, bool owner) =>
        new(
            RocketChatErrorKind.NotConfirmed,
            $"The server accepted the change, but {NameOf(user)} is still {(owner ? "not " : "")}an owner of the room {NameOf(room)}.");

    private static string NameOf(User user) => ForeignText.Clean(user.Username);

    private static string NameOf(Room room) => ForeignText.Clean(room.Name);
}
