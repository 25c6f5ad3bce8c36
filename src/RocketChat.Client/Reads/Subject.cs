namespace RocketChat.Client.Reads;

/// <summary>The names of what answers are about and writes change: a write ends only answers about the same subject.</summary>
internal static class Subject
{
    public const string Settings = "settings";

    public static string OwnersOf(string roomId) => $"owners of {roomId}";

    /// <summary>The members of a room, and the room's own attributes with them: its number of members is one.</summary>
    public static string MembersOf(string roomId) => $"members of {roomId}";

    /// <summary>Whether a user is in a room, and the roles there.</summary>
    public static string Subscription(string userId, string roomId) => $"{userId} in {roomId}";

    public static string SubscriptionsOf(string userId) => $"rooms of {userId}";

    /// <summary>The changes when a user becomes an owner of a room, or is one no longer.</summary>
    public static IReadOnlyList<string> OfOwner(string roomId, string userId) =>
        [OwnersOf(roomId), Subscription(userId, roomId), SubscriptionsOf(userId)];

    /// <summary>The changes when a user enters a room.</summary>
    public static IReadOnlyList<string> OfMember(string roomId, string userId) =>
        [MembersOf(roomId), Subscription(userId, roomId), SubscriptionsOf(userId)];
}
