using RocketChat.Emulator.Dns;
using RocketChat.Emulator.Seeding;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Loading;

/// <summary>Finds every reason why a seed describes no possible workspace.</summary>
internal sealed class SeedValidator
{
    private readonly List<string> _mistakes = [];
    private readonly HashSet<string> _usernames;

    private SeedValidator(WorkspaceSeed seed) => _usernames = [.. seed.Users.Select(user => user.Username)];

    /// <exception cref="SeedException">At least one mistake.</exception>
    public static void Validate(WorkspaceSeed seed)
    {
        var validator = new SeedValidator(seed);
        validator.CheckRoles(seed);
        validator.CheckUsers(seed.Users);
        validator.CheckRooms(seed);
        validator.CheckTeams(seed);
        validator.CheckDns(seed.Dns);
        if (seed.Cloud?.DelayMilliseconds < 0)
        {
            validator._mistakes.Add("cloud.delayMilliseconds is less than 0; leave it out for no delay");
        }

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

            if (user.PasswordSha256 is { } digest && (digest.Length != 64 || !digest.All(char.IsAsciiHexDigitLower)))
            {
                _mistakes.Add(
                    $"users[{index}].passwordSha256 must be 64 lower-case hexadecimal digits; or give the password itself as password");
            }

            if (user.TotpSecret is { } secret && (secret.TrimEnd('=') is not { Length: > 0 } letters || !letters.All(IsBase32)))
            {
                _mistakes.Add($"users[{index}].totpSecret must be Base32: letters, and digits from 2 to 7, such as JBSWY3DPEHPK3PXP");
            }

            if (user.Email is { } email && email.IndexOf('@', StringComparison.Ordinal) < 1)
            {
                _mistakes.Add($"users[{index}].email is '{email}', but an address has an @");
            }
        }
    }

    private static bool IsBase32(char letter) => char.IsAsciiLetter(letter) || letter is >= '2' and <= '7';

    private void CheckRoles(WorkspaceSeed seed)
    {
        var roles = Role.BuiltIn.Select(role => role.Id).Concat(seed.Roles.Select(role => role.Id)).ToHashSet(StringComparer.Ordinal);
        var builtIn = Role.BuiltIn.Select(role => ("the built-in role", (string?)role.Id));
        Unique(builtIn.Concat(seed.Roles.Select((role, index) => ($"roles[{index}].id", (string?)role.Id))));
        for (var index = 0; index < seed.Roles.Count; index++)
        {
            OneOf($"roles[{index}].scope", seed.Roles[index].Scope, "Users", "Subscriptions");
        }

        var named =
            seed.Users.SelectMany((user, index) => (user.Roles ?? []).Select((role, number) => ($"users[{index}].roles[{number}]", role)))
                .Concat(seed.Rooms.SelectMany((room, index) => InMembers($"rooms[{index}]", room.Members)))
                .Concat(seed.Teams.SelectMany((team, index) => InMembers($"teams[{index}]", team.Members ?? [])))
                .Concat(seed.Permissions.SelectMany(entry =>
                    entry.Value.Select((role, number) => ($"permissions.{entry.Key}[{number}]", role))));
        foreach (var (where, role) in named)
        {
            // Servers store this role for plain members of teams, although there is no such role.
            var isMember = role == "member" && where.Contains(".members[", StringComparison.Ordinal);
            if (!isMember && !roles.Contains(role))
            {
                var known = string.Join(", ", roles.Order(StringComparer.Ordinal));
                _mistakes.Add($"{where}: there is no role '{role}'; add it to roles, or use one of {known}");
            }
        }
    }

    private static IEnumerable<(string Where, string Role)> InMembers(string where, IReadOnlyList<MemberSeed> members) =>
        members.SelectMany((member, number) => member.Roles.Select((role, index) => ($"{where}.members[{number}].roles[{index}]", role)));

    private void CheckRooms(WorkspaceSeed seed)
    {
        var rooms = seed.Rooms;
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
                _mistakes.Add($"{where} is the main room of a team, but has no teamId; set it to the id of the team");
            }

            if (room.Prid is not null && !ids.Contains(room.Prid))
            {
                _mistakes.Add($"{where}.prid: there is no room with the id '{room.Prid}'");
            }

            if (room is { Creator: null, Members.Count: 0 })
            {
                _mistakes.Add($"{where} has neither creator nor members; add one");
            }

            Known($"{where}.creator", room.Creator);
            CheckMembers(where, room.Members);
        }
    }

    private void CheckTeams(WorkspaceSeed seed)
    {
        Unique(seed.Rooms.Select((room, index) => ($"rooms[{index}].teamId", room.TeamMain ? room.TeamId : null)));
        Unique(seed.Teams.Select((team, index) => ($"teams[{index}].id", (string?)team.Id)));
        for (var index = 0; index < seed.Teams.Count; index++)
        {
            var (team, where) = (seed.Teams[index], $"teams[{index}]");
            if (!seed.Rooms.Any(room => room.TeamMain && room.TeamId == team.Id))
            {
                _mistakes.Add($"{where}.id: no room with teamMain has the teamId '{team.Id}'; add the team's main room to rooms");
            }

            Known($"{where}.creator", team.Creator);
            CheckMembers(where, team.Members ?? []);
        }
    }

    private void CheckMembers(string where, IReadOnlyList<MemberSeed> members)
    {
        Unique(members.Select((member, number) => ($"{where}.members[{number}].username", (string?)member.Username)));
        for (var number = 0; number < members.Count; number++)
        {
            Known($"{where}.members[{number}].username", members[number].Username);
        }
    }

    private void Known(string where, string? username)
    {
        if (username is not null && !_usernames.Contains(username))
        {
            _mistakes.Add($"{where}: there is no user '{username}'; add it to users or correct the name");
        }
    }

    private void CheckDns(DnsSeed? dns)
    {
        try
        {
            _ = dns?.ToZone();
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
