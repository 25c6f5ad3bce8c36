namespace RocketChat.Emulator.State;

public sealed partial class Workspace
{
    private readonly List<Role> _roles = [];

    internal IReadOnlyList<Role> Roles => _roles;

    internal DateTimeOffset StartedAt { get; }

    internal Role? RoleNamed(string idOrName) => _roles.Find(role => role.Id == idOrName);
}
