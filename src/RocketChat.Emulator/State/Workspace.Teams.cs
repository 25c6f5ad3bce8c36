namespace RocketChat.Emulator.State;

public sealed partial class Workspace
{
    private readonly List<Team> _teams = [];

    /// <summary>The usernames of those whom the team itself calls its owners, sorted. Its main room may tell otherwise.</summary>
    public IReadOnlyList<string> TeamOwnersOf(string teamIdOrName) => Locked(() =>
        (FindTeam(teamIdOrName) ?? throw new ArgumentException($"there is no team '{teamIdOrName}'", nameof(teamIdOrName))).Members
            .Where(member => member.Value.Contains("owner"))
            .Select(member => UserById(member.Key)?.Username)
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .ToArray());

    internal IEnumerable<Team> Teams => _teams;

    private Team? FindTeam(string? idOrName) => _teams.Find(team => team.Id == idOrName) ?? _teams.Find(team => team.Name == idOrName);

    /// <summary>The team of which the room is the main room; null for any other room.</summary>
    internal Team? TeamOf(Room room) => room.TeamMain ? _teams.Find(team => team.Id == room.TeamId) : null;

    /// <summary>Lets the main room make a team: its members are those of the team, with the roles that they have now.</summary>
    internal Team Found(Room room, int type, User? founder = null)
    {
        var team = new Team
        {
            Id = room.TeamId!,
            Name = room.ToString(),
            Type = type,
            RoomId = room.Id,
            Creator = founder is null ? room.Creator : new RoomCreator(founder.Id, founder.Username, founder.Name),
            CreatedAt = room.CreatedAt,
        };
        foreach (var membership in MembershipsIn(room))
        {
            team.Members[membership.UserId] = [.. membership.Roles];
        }

        _teams.Add(team);
        return team;
    }
}
