using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.State;

/// <summary>The roles, and the permissions that they give.</summary>
internal sealed class RoleStore(VersionProfile profile)
{
    private readonly List<Role> _roles = [];
    private readonly SortedDictionary<string, string[]> _permissions = new(StringComparer.Ordinal);

    public IReadOnlyList<Role> All => _roles;

    public IReadOnlyDictionary<string, string[]> Permissions => _permissions;

    public Role? Find(string id) => _roles.Find(role => role.Id == id);

    public Role? Named(string name) => _roles.Find(role => role.Name == name);

    public void Add(Role role) => _roles.Add(role);

    public void Replace(Role present, Role other) => _roles[_roles.IndexOf(present)] = other;

    public void Remove(Role role) => _roles.Remove(role);

    /// <summary>Gives a permission to these roles and to no others.</summary>
    public void SetPermission(string permission, IEnumerable<string> roles) => _permissions[permission] = [.. roles];

    public bool Grants(string permission, IEnumerable<string> roles) =>
        _permissions.TryGetValue(permission, out var granted) && roles.Any(granted.Contains);

    /// <summary>Whether the roles of a permission are those of a fresh server.</summary>
    public bool IsDefault(string permission) =>
        DefaultPermissions.Of(profile).TryGetValue(permission, out var roles) && roles.Where(Has).SequenceEqual(_permissions[permission]);

    /// <summary>Back to the roles and permissions of a fresh server.</summary>
    public void Reset()
    {
        _roles.Clear();
        _roles.AddRange(Role.BuiltIn.Where(role => Has(role.Id)));
        _permissions.Clear();
        foreach (var (permission, roles) in DefaultPermissions.Of(profile))
        {
            _permissions[permission] = [.. roles.Where(Has)];
        }
    }

    private bool Has(string role) => role switch
    {
        "anonymous" => profile.HasAnonymousRole,
        "federated-external" => profile.HasFederatedRole,
        _ => true,
    };
}
