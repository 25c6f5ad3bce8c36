namespace RocketChat.Emulator.State;

/// <summary>The teams.</summary>
internal sealed class TeamStore
{
    private readonly List<Team> _teams = [];

    public IReadOnlyList<Team> All => _teams;

    public Team? ById(string? id) => _teams.Find(team => team.Id == id);

    public Team? ByName(string? name) => _teams.Find(team => team.Name == name);

    /// <summary>The team with this id or this exact name.</summary>
    /// <exception cref="ArgumentException">No such team.</exception>
    public Team Require(string idOrName) =>
        ById(idOrName) ?? ByName(idOrName) ?? throw new ArgumentException($"there is no team '{idOrName}'", nameof(idOrName));

    /// <summary>The team of which the room is the main room; null for any other room.</summary>
    public Team? Of(Room room) => room.TeamMain ? ById(room.TeamId) : null;

    /// <summary>Makes the team of a main room: the members of the room, with the roles that they have now.</summary>
    public Team Add(Room room, IEnumerable<Membership> memberships, int type, RoomCreator creator)
    {
        var team = new Team
        {
            Id = room.TeamId!,
            Name = room.ToString(),
            Type = type,
            RoomId = room.Id,
            Creator = creator,
            CreatedAt = room.CreatedAt,
        };
        foreach (var membership in memberships)
        {
            team.Members[membership.UserId] = [.. membership.Roles];
        }

        _teams.Add(team);
        return team;
    }

    /// <summary>Gives a team another name and type.</summary>
    public void Change(Team team, string name, int type)
    {
        var changed = new Team
        {
            Id = team.Id,
            Name = name,
            Type = type,
            RoomId = team.RoomId,
            Creator = team.Creator,
            CreatedAt = team.CreatedAt,
        };
        foreach (var (member, roles) in team.Members)
        {
            changed.Members[member] = roles;
        }

        Replace(team, changed);
    }

    public void Replace(Team present, Team other) => _teams[_teams.IndexOf(present)] = other;

    public void RemoveOf(Room room) => _teams.RemoveAll(team => team.RoomId == room.Id);

    public void Clear() => _teams.Clear();
}
