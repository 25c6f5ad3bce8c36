using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Seeding;
using RocketChat.Emulator.Settings;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Loading;

/// <summary>Writes the state down as a seed from which the same workspace can be made. The seed holds tokens and password hashes.</summary>
internal sealed class WorkspaceDump
{
    private readonly WorkspaceState _state;

    private WorkspaceDump(WorkspaceState state) => _state = state;

    public static WorkspaceSeed Of(WorkspaceState state) => new WorkspaceDump(state).Seed();

    private WorkspaceSeed Seed() => new()
    {
        Users = [.. _state.Users.All.Select(SeedOf)],
        Rooms = [.. _state.Rooms.All.Select(SeedOf)],
        Teams = [.. _state.Teams.All.Select(SeedOf).OfType<TeamSeed>()],
        License = _state.HasLicense,
        Dns = DnsSeed.Of(_state.Dns),
        Settings = _state.Settings.All.Where(IsOwn).ToDictionary(setting => setting.Definition.Id, setting => ToElement(setting.Value)),
        Permissions = _state.Roles.Permissions
            .Where(permission => !_state.Roles.IsDefault(permission.Key))
            .ToDictionary(permission => permission.Key, permission => (IReadOnlyList<string>)permission.Value),
        Roles =
        [
            .. _state.Roles.All.Where(role => !role.IsProtected).Select(role => new RoleSeed
            {
                Id = role.Id,
                Name = role.Name == role.Id ? null : role.Name,
                Scope = role.Scope,
                Description = role.Description,
                NeedsTwoFactor = role.NeedsTwoFactor,
            }),
        ],
        Cloud = _state.Cloud.ToSeed(),
    };

    // The address belongs to the server that listens there, not to the workspace.
    private bool IsOwn(StoredSetting setting) =>
        (setting.Definition.IsGenerated || !JsonNode.DeepEquals(setting.Value, setting.Definition.Default))
        && (!setting.Definition.IsSiteUrlAtFirst || _state.Settings.String(setting.Definition.Id) != _state.Settings.SiteUrl);

    /// <returns>The differences between a team and its main room; null when there are none.</returns>
    private TeamSeed? SeedOf(Team team)
    {
        var room = _state.Rooms.ById(team.RoomId)!;
        var inRoom = _state.Rooms.MembershipsIn(room).ToDictionary(membership => membership.UserId, membership => membership.Roles);
        var isTheSame = team.Members.Count == inRoom.Count
            && team.Members.All(member => inRoom.TryGetValue(member.Key, out var roles) && roles.SequenceEqual(member.Value));
        var seed = new TeamSeed
        {
            Id = team.Id,
            Name = team.Name == room.ToString() ? null : team.Name,
            Private = team.Type == (room.Type == "p" ? 1 : 0) ? null : team.Type == 1,
            Creator = team.Creator.Id == room.Creator.Id ? null : _state.Users.ById(team.Creator.Id)?.Username,
            Members = isTheSame ? null : [.. team.Members.Select(member => MemberOf(member.Key, member.Value)).OfType<MemberSeed>()],
        };
        return seed is { Name: null, Private: null, Creator: null, Members: null } ? null : seed;
    }

    private MemberSeed? MemberOf(string userId, IEnumerable<string> roles) =>
        _state.Users.ById(userId) is { } user ? new MemberSeed { Username = user.Username, Roles = [.. roles] } : null;

    private static UserSeed SeedOf(User user) => new()
    {
        Id = user.Id,
        Username = user.Username,
        Name = user.Name,
        PasswordSha256 = user.PasswordSha256,
        Roles = [.. user.Roles],
        Active = user.Active,
        Type = user.Type,
        Email = user.Emails.FirstOrDefault()?.Address,
        EmailVerified = user.Emails.FirstOrDefault()?.Verified ?? false,
        EmailTwoFactor = user.EmailTwoFactor,
        TotpSecret = user.TotpSecret,
        UtcOffset = user.UtcOffset,
        CreatedAt = user.CreatedAt,
        UpdatedAt = user.UpdatedAt == user.CreatedAt ? null : user.UpdatedAt,
        LastLogin = user.LastLogin,
        RequirePasswordChange = user.RequirePasswordChange,
        Preferences = user.Preferences.Count == 0
            ? null
            : user.Preferences.ToDictionary(preference => preference.Key, preference => ToElement(preference.Value)),
        Devices = [.. user.Devices],
        Tokens =
        [
            .. user.Tokens.Select(token => new TokenSeed
            {
                Name = token.Name,
                Token = token.Value,
                BypassTwoFactor = token.BypassTwoFactor,
                CreatedAt = token.CreatedAt == user.CreatedAt ? null : token.CreatedAt,
            }),
        ],
    };

    private RoomSeed SeedOf(Room room) => new()
    {
        Id = room.Id,
        Name = room.Name,
        Fname = room.FName,
        Type = room.Type,
        Topic = room.Topic,
        Description = room.Description,
        Announcement = room.Announcement,
        Broadcast = room.Broadcast,
        Archived = room.Archived,
        ReadOnly = room.ReadOnly,
        Default = room.Default,
        Federated = room.Federated,
        Encrypted = room.Encrypted,
        TeamId = room.TeamId,
        TeamMain = room.TeamMain,
        Prid = room.ParentRoomId,
        // The creator may have been deleted since, and a seed must name somebody that it has.
        Creator = (_state.Users.ById(room.Creator.Id) ?? _state.Rooms.Members(room).Concat(_state.Users.All).FirstOrDefault())?.Username,
        CreatedAt = room.CreatedAt,
        UpdatedAt = room.UpdatedAt == room.CreatedAt ? null : room.UpdatedAt,
        Messages = room.MessageCount == 0 ? null : room.MessageCount,
        Members = [.. _state.Rooms.MembershipsIn(room).Select(membership => MemberOf(membership.UserId, membership.Roles)!)],
    };

    private static JsonElement ToElement(JsonNode? value)
    {
        using var document = JsonDocument.Parse(value is null ? "null"u8.ToArray() : JsonText.Utf8(value));
        return document.RootElement.Clone();
    }
}
