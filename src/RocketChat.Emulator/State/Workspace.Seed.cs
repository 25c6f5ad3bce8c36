using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Dns;
using RocketChat.Emulator.Seeding;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.State;

public sealed partial class Workspace
{
    /// <summary>Replaces everything that there is by what the seed says.</summary>
    internal void Plant(WorkspaceSeed seed) => Locked(() =>
    {
        Clear();
        HasLicence = seed.Licence;
        Dns = new DnsZone(seed.Dns ?? new DnsSeed());
        _roles.AddRange(seed.Roles.Select(role => new Role(role.Id, role.Scope, role.Description)));
        foreach (var (permission, roles) in seed.Permissions)
        {
            _permissions[permission] = [.. roles];
        }

        foreach (var user in seed.Users)
        {
            Plant(user);
        }

        foreach (var room in seed.Rooms)
        {
            Plant(room);
        }

        foreach (var team in seed.Teams)
        {
            Plant(team);
        }

        foreach (var (id, value) in seed.Settings)
        {
            SetSetting(id, JsonNode.Parse(value.GetRawText()));
        }

        Cloud.Plant(seed.Cloud ?? new CloudSeed());
    });

    private void Clear()
    {
        _users.Clear();
        _rooms.Clear();
        _memberships.Clear();
        _teams.Clear();
        _settings.Clear();
        _later.Clear();
        _roles.Clear();
        _roles.AddRange(Role.BuiltIn);
        _permissions.Clear();
        foreach (var (permission, roles) in DefaultPermissions.Roles)
        {
            _permissions[permission] = roles;
        }

        foreach (var definition in AllSettings.Of(_profile))
        {
            Declare(definition);
        }

        NameSite(_siteUrl);
    }

    private void Plant(UserSeed seed)
    {
        var createdAt = seed.CreatedAt ?? Now;
        var user = new User
        {
            Id = seed.Id ?? MeteorId.NewId(),
            Username = seed.Username,
            Name = seed.Name ?? seed.Username,
            Type = seed.Type,
            Active = seed.Active,
            Roles = [.. seed.Roles ?? ["user"]],
            Emails = seed.Email is null ? [] : [new EmailAddress(seed.Email, seed.EmailVerified)],
            EmailTwoFactor = seed.EmailTwoFactor,
            TotpSecret = seed.TotpSecret,
            PasswordSha256 = seed.PasswordSha256 ?? (seed.Password is null ? null : User.HashPassword(seed.Password)),
            UtcOffset = seed.UtcOffset,
            RequirePasswordChange = seed.RequirePasswordChange,
            CreatedAt = createdAt,
            UpdatedAt = seed.UpdatedAt ?? createdAt,
        };
        foreach (var (name, value) in seed.Preferences ?? new Dictionary<string, JsonElement>())
        {
            user.Preferences[name] = JsonNode.Parse(value.GetRawText());
        }

        user.Tokens.AddRange(seed.Tokens.Select(token => new LoginToken
        {
            Value = token.Token,
            Name = token.Name,
            BypassTwoFactor = token.BypassTwoFactor,
            CreatedAt = token.CreatedAt ?? createdAt,
        }));
        user.Devices.AddRange(seed.Devices);
        Insert(user);
    }

    private void Plant(RoomSeed seed)
    {
        var createdAt = seed.CreatedAt ?? Now;
        var creator = UserByName(seed.Creator
            ?? seed.Members.FirstOrDefault(member => member.Roles.Contains("owner"))?.Username
            ?? seed.Members[0].Username)!;
        var room = new Room
        {
            Id = seed.Id ?? MeteorId.NewId(),
            Type = seed.Type,
            Name = seed.Name,
            FName = seed.Fname ?? seed.Name,
            Archived = seed.Archived,
            ReadOnly = seed.ReadOnly,
            Default = seed.Default,
            Federated = seed.Federated,
            Encrypted = seed.Encrypted,
            TeamId = seed.TeamId,
            TeamMain = seed.TeamMain,
            ParentRoomId = seed.Prid,
            Creator = new RoomCreator(creator.Id, creator.Username, creator.Name),
            CreatedAt = createdAt,
            UpdatedAt = seed.UpdatedAt ?? createdAt,
            MessageCount = seed.Messages ?? 0,
        };
        Insert(room);
        foreach (var member in seed.Members)
        {
            Join(room, UserByName(member.Username)!, [.. member.Roles]);
        }

        if (room.TeamMain)
        {
            Found(room, room.Type == "p" ? 1 : 0);
        }
    }

    // The main room has made the team already.
    private void Plant(TeamSeed seed)
    {
        var made = _teams.Find(team => team.Id == seed.Id)!;
        var creator = seed.Creator is null ? null : UserByName(seed.Creator);
        var team = new Team
        {
            Id = made.Id,
            Name = seed.Name ?? made.Name,
            Type = seed.Private is { } isPrivate ? (isPrivate ? 1 : 0) : made.Type,
            RoomId = made.RoomId,
            Creator = creator is null ? made.Creator : new RoomCreator(creator.Id, creator.Username, creator.Name),
            CreatedAt = made.CreatedAt,
        };
        var members = seed.Members?.Select(member => KeyValuePair.Create(UserByName(member.Username)!.Id, member.Roles.ToList())) ?? made.Members;
        foreach (var (user, roles) in members)
        {
            team.Members[user] = roles;
        }

        _teams[_teams.IndexOf(made)] = team;
    }
}
