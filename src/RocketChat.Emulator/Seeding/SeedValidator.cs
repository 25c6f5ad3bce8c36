using RocketChat.Emulator.Dns;

namespace RocketChat.Emulator.Seeding;

/// <summary>Finds what no workspace could be, and says all of it at once.</summary>
internal sealed class SeedValidator
{
    private readonly List<string> _mistakes = [];

    /// <exception cref="SeedException">At least one mistake.</exception>
    public static void Validate(WorkspaceSeed seed)
    {
        var validator = new SeedValidator();
        validator.CheckUsers(seed.Users);
        validator.CheckRooms(seed);
        validator.CheckTeams(seed);
        validator.CheckDns(seed.Dns);
        if (validator._mistakes.Count > 0)
        {
            throw new SeedException(string.Join('\n', validator._mistakes));
        }
    }

    private void CheckUsers(IReadOnlyList<UserSeed> users)
    {
        Unique(users.Select((user, index) => ($"users[{index}].id", user.Id)));
        Unique(users.Select((user, index) => ($"users[{index}].username", (string?)user.Username)));
        Unique(users.SelectMany((user, index) =>
            user.Tokens.Select((token, number) => ($"users[{index}].tokens[{number}].token", (string?)token.Token))), secret: true);
        for (var index = 0; index < users.Count; index++)
        {
            var user = users[index];
            OneOf($"users[{index}].type", user.Type, "user", "bot", "app");
            if (string.IsNullOrWhiteSpace(user.Username))
            {
                _mistakes.Add($"users[{index}].username is empty");
            }
            if (user is { Password: not null, PasswordSha256: not null })
            {
                _mistakes.Add($"users[{index}] has both password and passwordSha256; give one");
            }
        }
    }

    private void CheckRooms(WorkspaceSeed seed)
    {
        var rooms = seed.Rooms;
        var usernames = seed.Users.Select(user => user.Username).ToHashSet(StringComparer.Ordinal);
        var ids = rooms.Select(room => room.Id).ToHashSet(StringComparer.Ordinal);
        Unique(rooms.Select((room, index) => ($"rooms[{index}].id", room.Id)));
        Unique(rooms.Select((room, index) => ($"rooms[{index}].name", room.Name)));
        for (var index = 0; index < rooms.Count; index++)
        {
            var (room, where) = (rooms[index], $"rooms[{index}]");
            OneOf($"{where}.type", room.Type, "c", "p", "d", "l");
            if (room.Type is "c" or "p" && string.IsNullOrEmpty(room.Name))
            {
                _mistakes.Add($"{where} has no name, and a room of type {room.Type} needs one");
            }
            if (room is { TeamMain: true, TeamId: null })
            {
                _mistakes.Add($"{where} is the main room of a team, but teamId does not say of which");
            }
            if (room.Prid is not null && !ids.Contains(room.Prid))
            {
                _mistakes.Add($"{where}.prid: there is no room with the id '{room.Prid}'");
            }
            if (room is { Creator: null, Members.Count: 0 })
            {
                _mistakes.Add($"{where} has neither creator nor members; somebody must have made it");
            }
            Known(usernames, $"{where}.creator", room.Creator);
            CheckMembers(usernames, where, room.Members);
        }
    }

    private void CheckTeams(WorkspaceSeed seed)
    {
        var usernames = seed.Users.Select(user => user.Username).ToHashSet(StringComparer.Ordinal);
        Unique(seed.Rooms.Select((room, index) => ($"rooms[{index}].teamId", room.TeamMain ? room.TeamId : null)));
        Unique(seed.Teams.Select((team, index) => ($"teams[{index}].id", (string?)team.Id)));
        for (var index = 0; index < seed.Teams.Count; index++)
        {
            var (team, where) = (seed.Teams[index], $"teams[{index}]");
            if (!seed.Rooms.Any(room => room.TeamMain && room.TeamId == team.Id))
            {
                _mistakes.Add($"{where}.id: no room with teamMain has the teamId '{team.Id}'; add the team's main room to rooms");
            }
            Known(usernames, $"{where}.creator", team.Creator);
            CheckMembers(usernames, where, team.Members ?? []);
        }
    }

    private void CheckMembers(HashSet<string> usernames, string where, IReadOnlyList<MemberSeed> members)
    {
        Unique(members.Select((member, number) => ($"{where}.members[{number}].username", (string?)member.Username)));
        for (var number = 0; number < members.Count; number++)
        {
            Known(usernames, $"{where}.members[{number}].username", members[number].Username);
        }
    }

    private void Known(HashSet<string> usernames, string where, string? username)
    {
        if (username is not null && !usernames.Contains(username))
        {
            _mistakes.Add($"{where}: there is no user '{username}'; add it to users or correct the name");
        }
    }

    private void CheckDns(DnsSeed? dns)
    {
        try
        {
            _ = dns is null ? null : new DnsZone(dns);
        }
        catch (FormatException mistake)
        {
            _mistakes.Add($"dns: {mistake.Message}");
        }
    }

    private void OneOf(string where, string value, params string[] allowed)
    {
        if (!allowed.Contains(value))
        {
            _mistakes.Add($"{where} is '{value}', but must be one of {string.Join(", ", allowed)}");
        }
    }

    private void Unique(IEnumerable<(string Where, string? Value)> values, bool secret = false)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (where, value) in values)
        {
            if (value is not null && !seen.TryAdd(value, where))
            {
                _mistakes.Add($"{where} is {(secret ? "the same as" : $"'{value}', as is")} {seen[value]}");
            }
        }
    }
}
