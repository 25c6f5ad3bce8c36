using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Views;

/// <summary>A user as the different endpoints show one.</summary>
internal static class UserView
{
    // The real hash is nobody's business, but a real server shows its own, and a client must not choke on it or log it.
    private const string MadeUpHash = "$2b$10$0000000000000000000000000000000000000000000000000000a";

    /// <summary>The user to itself, in <c>me</c>.</summary>
    public static JsonObject Me(EndpointCall call)
    {
        var user = call.Caller;
        return Self(user, call, call.Profile.MeShowsPasswordHash ? PasswordHash() : Exists());
    }

    /// <summary>The user to itself, in the answer to a login: with the password's hash.</summary>
    public static JsonObject AtLogin(User user, EndpointCall call) =>
        Self(user, call, call.Profile.SelfHasCalendar ? Exists() : PasswordHash());

    /// <summary>The user right after it was created.</summary>
    public static JsonObject Created(User user) => new()
    {
        ["_id"] = user.Id,
        ["createdAt"] = JsonText.Moment(user.CreatedAt),
        ["username"] = user.Username,
        ["emails"] = Emails(user),
        ["type"] = user.Type,
        ["roles"] = JsonText.Array(user.Roles),
        ["status"] = "offline",
        ["active"] = user.Active,
        ["_updatedAt"] = JsonText.Moment(user.UpdatedAt),
        ["name"] = user.Name,
        ["settings"] = new JsonObject(),
        ["requirePasswordChange"] = false,
    };

    /// <summary>The user to somebody else, in <c>users.info</c>.</summary>
    public static JsonObject Info(User user, VersionProfile profile, bool full)
    {
        var view = new JsonObject { ["_id"] = user.Id, ["username"] = user.Username, ["type"] = user.Type };
        if (full)
        {
            view["createdAt"] = JsonText.Moment(user.CreatedAt);
            view["roles"] = JsonText.Array(user.Roles);
            AddIf(user.Emails.Count > 0, "emails", Emails(user));
            AddIf(user.LastLogin is not null, "lastLogin", JsonText.Moment(user.LastLogin ?? default));
            AddIf(user.RequirePasswordChange is not null, "requirePasswordChange", user.RequirePasswordChange);
            AddIf(!profile.UserViewsAreTrimmed && user.PasswordSha256 is not null, "services", new JsonObject());
        }

        AddIf(user.UtcOffset is not null, "utcOffset", user.UtcOffset);
        view["status"] = "offline";
        view["active"] = user.Active;
        view["name"] = user.Name;
        AddIf(profile.UserViewsAreTrimmed, "canViewAllInfo", full);
        return view;

        void AddIf(bool condition, string key, JsonNode? value)
        {
            if (condition)
            {
                view[key] = value;
            }
        }
    }

    /// <summary>The user in <c>users.list</c>: in full, or what everybody sees of everybody.</summary>
    public static JsonObject Listed(User user, VersionProfile profile, bool full)
    {
        if (!profile.UserViewsAreTrimmed && full)
        {
            return Created(user);
        }

        var view = new JsonObject
        {
            ["active"] = user.Active,
            ["name"] = user.Name,
            ["status"] = "offline",
            ["type"] = user.Type,
            ["username"] = user.Username,
            ["_id"] = user.Id,
        };
        if (full)
        {
            view["emails"] = Emails(user);
            view["roles"] = JsonText.Array(user.Roles);
            if (user.LastLogin is { } lastLogin)
            {
                view["lastLogin"] = JsonText.Moment(lastLogin);
            }
        }

        if (profile.UserViewsAreTrimmed)
        {
            view["nameInsensitive"] = user.Name?.ToLowerInvariant();
        }

        return view;
    }

    /// <summary>The user in <c>users.listByStatus</c>.</summary>
    public static JsonObject ByStatus(User user, VersionProfile profile, bool full)
    {
        var view = Listed(user, profile, full);
        view.Remove("nameInsensitive");
        return view;
    }

    /// <summary>The user among those who have a role.</summary>
    public static JsonObject InRole(User user, VersionProfile profile)
    {
        var view = new JsonObject { ["_id"] = user.Id, ["username"] = user.Username, ["name"] = user.Name };
        if (user.Emails.Count > 0)
        {
            view["emails"] = Emails(user);
        }

        if (user.AvatarETag is { } avatar)
        {
            view["avatarETag"] = avatar;
        }

        if (profile.RoleUsersHaveDates)
        {
            view["createdAt"] = JsonText.Moment(user.CreatedAt);
            view["_updatedAt"] = JsonText.Moment(user.UpdatedAt);
        }

        return view;
    }

    /// <summary>The user among the members of a room.</summary>
    public static JsonObject Member(User user, VersionProfile profile)
    {
        var view = new JsonObject { ["_id"] = user.Id, ["username"] = user.Username, ["status"] = "offline", ["name"] = user.Name };
        if (profile.MembersHaveUpdateTime)
        {
            view["_updatedAt"] = JsonText.Moment(user.UpdatedAt);
        }
        else if (user.UtcOffset is not null)
        {
            view["utcOffset"] = user.UtcOffset;
        }

        return view;
    }

    /// <summary>Id and username only.</summary>
    public static JsonObject Reference(User user) => new() { ["_id"] = user.Id, ["username"] = user.Username };

    /// <summary>Id, username and display name.</summary>
    public static JsonObject Named(User user) => new() { ["_id"] = user.Id, ["username"] = user.Username, ["name"] = user.Name };

    private static JsonObject Self(User user, EndpointCall call, JsonObject password)
    {
        var services = new JsonObject { ["password"] = password };
        if (user.EmailTwoFactor)
        {
            services["email2fa"] = new JsonObject { ["enabled"] = true };
        }

        var settings = new JsonObject { ["preferences"] = PreferenceView.Of(user, call.Workspace) };
        if (call.Profile.HasProfileSettings)
        {
            settings["profile"] = new JsonObject();
        }

        if (call.Profile.SelfHasCalendar)
        {
            settings["calendar"] = new JsonObject();
        }

        var view = new JsonObject
        {
            ["_id"] = user.Id,
            ["name"] = user.Name,
            ["username"] = user.Username,
            ["status"] = "offline",
            ["active"] = user.Active,
            ["emails"] = Emails(user),
            ["_updatedAt"] = JsonText.Moment(user.UpdatedAt),
            ["services"] = services,
            ["roles"] = JsonText.Array(user.Roles),
            ["settings"] = settings,
            ["avatarUrl"] = $"{call.SiteUrl}/avatar/{Uri.EscapeDataString(user.Username)}",
        };
        if (call.Profile.SelfHasCalendar)
        {
            view["isOAuthUser"] = false;
        }

        if (user.Emails.FirstOrDefault(email => email.Verified) is { } verified)
        {
            view["email"] = verified.Address;
        }

        if (user.UtcOffset is not null)
        {
            view["avatarOrigin"] = "none";
            view["statusDefault"] = "online";
            view["utcOffset"] = user.UtcOffset;
        }

        if (user.RequirePasswordChange is not null)
        {
            view["requirePasswordChange"] = user.RequirePasswordChange;
        }

        return view;
    }

    private static JsonObject Exists() => new() { ["exists"] = true };

    private static JsonObject PasswordHash() => new() { ["bcrypt"] = MadeUpHash };

    private static JsonArray Emails(User user) => JsonText.Array(user.Emails.Select(email =>
        (JsonNode?)new JsonObject { ["address"] = email.Address, ["verified"] = email.Verified }));
}
