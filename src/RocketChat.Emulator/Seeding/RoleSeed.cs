namespace RocketChat.Emulator.Seeding;

/// <summary>A role beside the built-in ones.</summary>
public sealed record RoleSeed
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name; the id when null.</summary>
    public string? Name { get; set; }

    /// <summary><c>Users</c> (the default) for the workspace, <c>Subscriptions</c> for one room.</summary>
    public string Scope { get; set; } = "Users";

    /// <summary>The title that people see.</summary>
    public string Description { get; set; } = "";

    /// <summary>Whether users with the role must have a second factor.</summary>
    public bool NeedsTwoFactor { get; set; }
}
