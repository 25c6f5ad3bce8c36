namespace RocketChat.Emulator.State;

/// <summary>A role that users can have.</summary>
/// <param name="Id">The id; equal to the name for the built-in roles.</param>
/// <param name="Scope"><c>Users</c> for the workspace, <c>Subscriptions</c> for one room.</param>
/// <param name="Description">The title that people see; may be empty.</param>
internal sealed record Role(string Id, string Scope, string Description)
{
    public static IReadOnlyList<Role> BuiltIn { get; } =
    [
        new("admin", "Users", "Admin"),
        new("moderator", "Subscriptions", "Moderator"),
        new("leader", "Subscriptions", "Leader"),
        new("owner", "Subscriptions", "Owner"),
        new("user", "Users", ""),
        new("bot", "Users", ""),
        new("app", "Users", ""),
        new("guest", "Users", ""),
        new("anonymous", "Users", ""),
        new("livechat-agent", "Users", "Livechat Agent"),
        new("livechat-manager", "Users", "Livechat Manager"),
    ];

    public bool IsForRooms => Scope == "Subscriptions";
}
