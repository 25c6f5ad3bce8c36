namespace RocketChat.Emulator.State;

/// <summary>A role that users can have.</summary>
/// <param name="Id">The id; equal to the name for the built-in roles.</param>
/// <param name="Scope"><c>Users</c> for the workspace, <c>Subscriptions</c> for one room.</param>
/// <param name="Description">The title that people see; may be empty.</param>
internal sealed record Role(string Id, string Scope, string Description)
{
    private readonly string? _name;

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
        new("federated-external", "Users", ""),
        new("livechat-agent", "Users", "Livechat Agent"),
        new("livechat-manager", "Users", "Livechat Manager"),
    ];

    /// <summary>The name, which differs from the id only for roles that were made through the API.</summary>
    public string Name
    {
        get => _name ?? Id;
        init => _name = value;
    }

    public bool NeedsTwoFactor { get; init; }

    public bool IsForRooms => Scope == "Subscriptions";

    /// <summary>Whether the server keeps people from removing the role.</summary>
    public bool IsProtected => BuiltIn.Any(role => role.Id == Id);
}
