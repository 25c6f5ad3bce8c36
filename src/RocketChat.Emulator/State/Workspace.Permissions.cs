namespace RocketChat.Emulator.State;

public sealed partial class Workspace
{
    private readonly Dictionary<string, string[]> _permissions = [];

    /// <summary>Says which roles have a permission, instead of the roles that have it on a fresh server.</summary>
    public void Grant(string permission, params string[] roles) => Locked(() => _permissions[permission] = roles);

    internal IReadOnlyDictionary<string, string[]> Permissions => _permissions;

    /// <summary>Whether a user may do something, through a global role or, when a room is named, through a role there.</summary>
    internal bool Can(User? user, string permission, Room? room = null)
    {
        if (user is null || !_permissions.TryGetValue(permission, out var roles))
        {
            return false;
        }

        return user.Roles.Any(role => roles.Contains(role))
            || (room is not null && MembershipOf(room, user) is { } membership && membership.Roles.Any(role => roles.Contains(role)));
    }
}
