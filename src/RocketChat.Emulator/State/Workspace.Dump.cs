using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.State;

public sealed partial class Workspace
{
    /// <summary>The present state as a seed: planted again, it gives the same workspace. It holds tokens and password hashes.</summary>
    public WorkspaceSeed ToSeed() => Locked(() => new WorkspaceSeed
    {
        Users = [.. _users.Select(ToSeed)],
        Rooms = [.. _rooms.Select(ToSeed)],
        Teams = [.. _teams.Select(ToSeed).OfType<TeamSeed>()],
        Licence = HasLicence,
        Dns = DnsSeed.Of(Dns),
        Settings = _settings.Values
            .Where(setting => setting.Definition.IsGenerated || !JsonNode.DeepEquals(setting.Value, setting.Definition.Default))
            // The address belongs to the server that listens there, not to the workspace.
            .Where(setting => !setting.Definition.IsSiteUrlAtFirst || SettingText(setting.Definition.Id) != _siteUrl)
            .ToDictionary(setting => setting.Definition.Id, setting => ToElement(setting.Value)),
        Permissions = _permissions
            .Where(permission => !DefaultPermissions.Roles.TryGetValue(permission.Key, out var roles) || !roles.SequenceEqual(permission.Value))
            .ToDictionary(permission => permission.Key, permission => (IReadOnlyList<string>)permission.Value),
        Roles = [.. _roles.Except(Role.BuiltIn).Select(role => new RoleSeed { Id = role.Id, Scope = role.Scope, Description = role.Description })],
        Cloud = Cloud.ToSeed(),
    });

    /// <returns>What the main room does not tell; null when that is nothing.</returns>
    private TeamSeed? ToSeed(Team team)
    {
        var room = RoomById(team.RoomId)!;
        var inRoom = MembershipsIn(room).ToDictionary(membership => membership.UserId, membership => membership.Roles);
        var isTheSame = team.Members.Count == inRoom.Count
            && team.Members.All(member => inRoom.TryGetValue(member.Key, out var roles) && roles.SequenceEqual(member.Value));
        var seed = new TeamSeed
        {
            Id = team.Id,
            Name = team.Name == room.ToString() ? null : team.Name,
            Private = team.Type == (room.Type == "p" ? 1 : 0) ? null : team.Type == 1,
            Creator = team.Creator.Id == room.Creator.Id ? null : UserById(team.Creator.Id)?.Username,
            Members = isTheSame ? null : [.. team.Members.Where(member => UserById(member.Key) is not null).Select(member => new MemberSeed
            {
                Username = UserById(member.Key)!.Username,
                Roles = [.. member.Value],
            })],
        };
        return seed is { Name: null, Private: null, Creator: null, Members: null } ? null : seed;
    }

    private static UserSeed ToSeed(User user) => new()
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
        RequirePasswordChange = user.RequirePasswordChange,
        Preferences = user.Preferences.Count == 0 ? null : user.Preferences.ToDictionary(preference => preference.Key, preference => ToElement(preference.Value)),
        Devices = [.. user.Devices],
        Tokens = [.. user.Tokens.Select(token => new TokenSeed
        {
            Name = token.Name,
            Token = token.Value,
            BypassTwoFactor = token.BypassTwoFactor,
            CreatedAt = token.CreatedAt == user.CreatedAt ? null : token.CreatedAt,
        })],
    };

    private RoomSeed ToSeed(Room room) => new()
    {
        Id = room.Id,
        Name = room.Name,
        Fname = room.FName,
        Type = room.Type,
        Archived = room.Archived,
        ReadOnly = room.ReadOnly,
        Default = room.Default,
        Federated = room.Federated,
        Encrypted = room.Encrypted,
        TeamId = room.TeamId,
        TeamMain = room.TeamMain,
        Prid = room.ParentRoomId,
        // A creator who was deleted or renamed since is not known by that name any more.
        Creator = UserById(room.Creator.Id)?.Username ?? Members(room).FirstOrDefault()?.Username ?? _users.FirstOrDefault()?.Username,
        CreatedAt = room.CreatedAt,
        UpdatedAt = room.UpdatedAt == room.CreatedAt ? null : room.UpdatedAt,
        Messages = room.MessageCount == 0 ? null : room.MessageCount,
        Members = [.. MembershipsIn(room).Select(membership => new MemberSeed
        {
            Username = UserById(membership.UserId)!.Username,
            Roles = [.. membership.Roles],
        })],
    };

    private static JsonElement ToElement(JsonNode? value)
    {
        using var document = JsonDocument.Parse(value is null ? "null"u8.ToArray() : JsonText.Utf8(value));
        return document.RootElement.Clone();
    }
}
