using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Seeding;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Loading;

/// <summary>Makes the workspace that a valid seed describes.</summary>
internal sealed class WorkspaceLoader
{
    private readonly WorkspaceState _state;

    private WorkspaceLoader(WorkspaceState state) => _state = state;

    /// <summary>Replaces everything by the workspace of the seed.</summary>
    /// <exception cref="SeedException">A setting is unknown or of another type; nothing was replaced.</exception>
    public static void Load(WorkspaceState state, WorkspaceSeed seed)
    {
        CheckSettings(state.Settings, seed);
        state.Clear();
        var loader = new WorkspaceLoader(state);
        loader.LoadRoles(seed);
        foreach (var user in seed.Users)
        {
            loader.Load(user);
        }

        foreach (var room in seed.Rooms)
        {
            loader.Load(room);
        }

        foreach (var team in seed.Teams)
        {
            loader.Load(team);
        }

        foreach (var (id, value) in seed.Settings)
        {
            state.Settings.Set(id, JsonNode.Parse(value.GetRawText()));
        }

        state.Settings.Start();
        state.HasLicense = seed.License;
        state.Dns = (seed.Dns ?? new DnsSeed()).ToZone();
        state.Cloud.Load(seed.Cloud ?? new CloudSeed());
    }

    private static void CheckSettings(SettingStore settings, WorkspaceSeed seed)
    {
        var mistakes = seed.Settings
            .Select(entry => (entry.Key, Mistake: settings.MistakeIn(entry.Key, JsonNode.Parse(entry.Value.GetRawText()))))
            .Where(entry => entry.Mistake is not null)
            .Select(entry => $"settings.{entry.Key}: {entry.Mistake}")
            .ToArray();
        if (mistakes.Length > 0)
        {
            throw new SeedException(string.Join('\n', mistakes));
        }
    }

    private void LoadRoles(WorkspaceSeed seed)
    {
        foreach (var role in seed.Roles)
        {
            _state.Roles.Add(new Role(role.Id, role.Scope, role.Description)
            {
                Name = role.Name ?? role.Id,
                NeedsTwoFactor = role.NeedsTwoFactor,
            });
        }

        foreach (var (permission, roles) in seed.Permissions)
        {
            _state.Roles.SetPermission(permission, roles);
        }
    }

    private void Load(UserSeed seed)
    {
        var createdAt = seed.CreatedAt ?? _state.Now;
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
            LastLogin = seed.LastLogin,
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
        _state.Users.Insert(user);
    }

    private void Load(RoomSeed seed)
    {
        var createdAt = seed.CreatedAt ?? _state.Now;
        var creator = seed.Creator
            ?? seed.Members.FirstOrDefault(member => member.Roles.Contains("owner"))?.Username
            ?? seed.Members[0].Username;
        var room = new Room
        {
            Id = seed.Id ?? MeteorId.NewId(),
            Type = seed.Type,
            Name = seed.Name,
            FName = seed.Fname ?? (seed.Id == Room.InitialId ? null : seed.Name),
            Topic = seed.Topic,
            Description = seed.Description,
            Announcement = seed.Announcement,
            Broadcast = seed.Broadcast,
            Archived = seed.Archived,
            ReadOnly = seed.ReadOnly,
            Default = seed.Default,
            Federated = seed.Federated,
            Encrypted = seed.Encrypted,
            TeamId = seed.TeamId,
            TeamMain = seed.TeamMain,
            ParentRoomId = seed.Prid,
            Creator = RoomCreator.Of(UserNamed(creator)),
            CreatedAt = createdAt,
            UpdatedAt = seed.UpdatedAt ?? createdAt,
            MessageCount = seed.Messages ?? 0,
        };
        _state.Rooms.Insert(room);
        foreach (var member in seed.Members)
        {
            _state.Rooms.Join(room, UserNamed(member.Username), member.Roles);
        }

        if (room.TeamMain)
        {
            _state.Teams.Add(room, _state.Rooms.MembershipsIn(room), room.Type == "p" ? 1 : 0, room.Creator);
        }
    }

    // The main room has made the team already.
    private void Load(TeamSeed seed)
    {
        var made = _state.Teams.ById(seed.Id)!;
        var team = new Team
        {
            Id = made.Id,
            Name = seed.Name ?? made.Name,
            Type = seed.Private is { } isPrivate ? (isPrivate ? 1 : 0) : made.Type,
            RoomId = made.RoomId,
            Creator = seed.Creator is null ? made.Creator : RoomCreator.Of(UserNamed(seed.Creator)),
            CreatedAt = made.CreatedAt,
        };
        var members = seed.Members?.Select(
            member => KeyValuePair.Create<string, RoleList>(UserNamed(member.Username).Id, [.. member.Roles]));
        foreach (var (user, roles) in members ?? made.Members)
        {
            team.Members[user] = roles;
        }

        _state.Teams.Replace(made, team);
    }

    private User UserNamed(string username) => _state.Users.ByName(username)!;
}
