namespace RocketChat.Client;

/// <summary>What a refused change of an owner means, whichever route it came from.</summary>
internal static class OwnerRefusal
{
    /// <summary>The server is already as asked, or says so: a read decides.</summary>
    public static bool SaysAlreadySo(RocketChatException exception, bool owner) => owner
        ? exception.Code is "error-user-already-owner" or "error-user-already-in-role"

        // "Invalid room" is what the server says of somebody who is no member any more.
        : exception.Code is "error-user-not-owner" or "error-user-not-in-role" or "error-invalid-room";

    /// <summary>Whether the change was made is not known: a read decides.</summary>
    public static bool MayHaveRun(RocketChatException exception) =>
        exception.Kind is RocketChatErrorKind.TimedOut or RocketChatErrorKind.Disconnected
            or RocketChatErrorKind.ServerError or RocketChatErrorKind.UnexpectedAnswer;

    /// <summary>This route does not lead there; another may.</summary>
    public static bool IsDeadEnd(RocketChatException exception) =>
        exception.Kind is RocketChatErrorKind.Forbidden or RocketChatErrorKind.UnknownEndpoint
        || exception.Code is "error-room-not-found" or "error-room-archived";

    public static bool SaysNotAMember(RocketChatException exception) =>
        exception.Code == "error-user-not-in-room"
        || (exception.Code == "error-invalid-user"
            && exception.ServerMessage?.Contains("not part of given room", StringComparison.OrdinalIgnoreCase) == true);

    public static bool SaysLastOwner(RocketChatException exception) => exception.Code == "error-remove-last-owner";

    public static RocketChatException NotAMember(Room room, User user, RocketChatException cause) =>
        RocketChatException.Because(
            cause, RocketChatErrorKind.NotAMember, $"{user.Username} is not a member of the room {room.Name}; only members can own it.");

    public static RocketChatException LastOwner(Room room, User user, RocketChatException? cause = null) =>
        RocketChatException.Because(cause, RocketChatErrorKind.LastOwner, $"{user.Username} is the last owner of the room {room.Name}.");

    public static RocketChatException LastActiveOwner(Room room, User user, IEnumerable<User> others) =>
        new(
            RocketChatErrorKind.LastOwner,
            $"{user.Username} is the last active owner of the room {room.Name}; deactivated accounts cannot act: {string.Join(", ", others.Select(other => other.Username))}.");

    public static RocketChatException Restored(Room room, User user) =>
        new(
            RocketChatErrorKind.LastOwner,
            $"{user.Username} turned out to be the last active owner of the room {room.Name}, because another owner was removed at the "
            + "same time; the ownership was restored.");

    public static RocketChatException LeftOwnerless(Room room, User user, RocketChatException cause) =>
        RocketChatException.Because(
            cause,
            cause.Kind,
            $"The room {room.Name} has no active owner now: {user.Username} was removed while another owner was removed at the same time, "
            + $"and could not be made an owner again: {cause.Message}");

    public static RocketChatException RoomGone(Room room, RocketChatException cause) =>
        RocketChatException.Because(
            cause, RocketChatErrorKind.Rejected, $"The room {room.Name} ({room.Id}) does not exist any more.", "error-room-not-found");

    public static RocketChatException OutOfReach(Room room, IReadOnlyList<RocketChatException> refusals) =>
        refusals.FirstOrDefault(refusal => refusal.Kind == RocketChatErrorKind.Forbidden)
        ?? RocketChatException.Because(
            refusals[0],
            RocketChatErrorKind.Forbidden,
            $"The owners of the room {room.Name} can be changed by its members only: let the account join it first."
            + $" The server said: {refusals[0].ServerMessage ?? refusals[0].Code}");

    public static RocketChatException NotConfirmed(Room room, User user, bool owner) =>
        new(
            RocketChatErrorKind.NotConfirmed,
            $"The server accepted the change, but {user.Username} is {(owner ? "still no" : "still an")} owner of the room {room.Name}.");
}
