using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>Making, changing and removing users.</summary>
internal static class UserRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Post("users.create", Create) with
        {
            Schema = new RequestSchema("email", "name", "password", "username") { Open = true },
        };
        yield return Route.Post("users.register", Register) with
        {
            NeedsLogin = false,
            Schema = new RequestSchema("username", "email", "pass", "name") { Optional = ["secretURL", "reason", "customFields"] },
        };
        yield return Route.Post("users.update", Update) with { Schema = new RequestSchema("userId", "data"), NeedsTwoFactor = true };
        yield return Route.Post("users.delete", Delete);
        yield return Route.Post("users.setActiveStatus", SetActiveStatus) with
        {
            Schema = new RequestSchema("userId", "activeStatus") { Optional = ["confirmRelinquish"] },
        };
    }

    private static Reply Create(EndpointCall call)
    {
        const string method = "insertOrUpdateUser";
        var username = call.Text("username") ?? "";
        var email = call.Text("email") ?? "";
        if (!call.Can("create-user"))
        {
            throw new ApiException("error-action-not-allowed", "Adding user is not allowed", new JsonObject
            {
                ["method"] = method,
                ["action"] = "Adding_user",
            });
        }

        DemandFree(call, username, email);
        var verified = call.Flag("verified");
        var user = new User
        {
            Id = MeteorId.NewId(),
            Username = username,
            Name = call.Text("name"),
            Active = call.Body["active"] is null || call.Flag("active"),
            Roles = call.Body["roles"] is JsonArray roles ? [.. roles.OfType<JsonValue>().Select(role => role.ToString())] : ["user"],
            Emails = [new EmailAddress(email, verified)],
            EmailTwoFactor = verified,
            RequirePasswordChange = call.Flag("requirePasswordChange"),
            PasswordSha256 = User.HashPassword(call.Text("password") ?? ""),
            CreatedAt = call.Workspace.Now,
            UpdatedAt = call.Workspace.Now,
        };
        call.Workspace.Users.Insert(user);
        return Reply.Success(new JsonObject { ["user"] = UserView.Created(user) });
    }

    private static void DemandFree(EndpointCall call, string username, string email)
    {
        if (call.Workspace.Users.All.Any(user => string.Equals(user.Username, username, StringComparison.OrdinalIgnoreCase)))
        {
            throw InUse(username);
        }

        if (call.Workspace.Users.All.Any(user => user.Emails.Any(address => address.Address == email)))
        {
            throw InUse(email);
        }

        static ApiException InUse(string field) => new(
            "error-field-unavailable",
            $"{field} is already in use :(",
            new JsonObject { ["method"] = "insertOrUpdateUser", ["field"] = field });
    }

    private static Reply Register(EndpointCall call)
    {
        if (call.OptionalCaller is not null)
        {
            return Reply.Failure("Logged in users can not register again.");
        }

        if (call.Workspace.Settings.String("Accounts_RegistrationForm") != "Public")
        {
            throw ApiException.In("registerUser", "error-user-registration-disabled", "User registration is disabled");
        }

        var (username, email) = (call.Text("username")!, call.Text("email")!);
        if (call.Workspace.Users.ByName(username) is not null)
        {
            return Reply.Failure("Username is already in use");
        }

        DemandFree(call, username, email);
        var user = new User
        {
            Id = MeteorId.NewId(),
            Username = username,
            Name = call.Text("name"),
            Roles = ["user"],
            Emails = [new EmailAddress(email, false)],
            PasswordSha256 = User.HashPassword(call.Text("pass") ?? ""),
            CreatedAt = call.Workspace.Now,
            UpdatedAt = call.Workspace.Now,
        };
        call.Workspace.Users.Insert(user);
        return Reply.Success(new JsonObject { ["user"] = UserView.Created(user) });
    }

    private static Reply Update(EndpointCall call)
    {
        var user = call.Workspace.Users.ById(call.Text("userId"))
            ?? throw new ApiException("error-invalid-user", "The provided userId is not valid.");
        if (user != call.Caller && !call.Can("edit-other-user-info"))
        {
            throw new ApiException("error-action-not-allowed", "Editing user is not allowed", new JsonObject
            {
                ["method"] = "insertOrUpdateUser",
                ["action"] = "Editing_user",
            });
        }

        var data = call.Body["data"] as JsonObject ?? [];
        if (EndpointCall.Text(data, "username") is { } username && username != user.Username)
        {
            if (call.Workspace.Users.ByName(username) is not null)
            {
                throw new ApiException(
                    "error-field-unavailable", $"{username} is already in use :(", new JsonObject { ["field"] = username });
            }

            call.Workspace.Users.Rename(user, username);
        }

        user.Name = EndpointCall.Text(data, "name") ?? user.Name;
        user.UpdatedAt = call.Workspace.Now;
        return Reply.Success(new JsonObject { ["user"] = UserView.Created(user) });
    }

    private static Reply Delete(EndpointCall call)
    {
        if (!call.Can("delete-user"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var user = TargetUser.Of(call);
        Relinquish(call, user);
        call.Workspace.Remove(user);
        return Reply.Success();
    }

    private static Reply SetActiveStatus(EndpointCall call)
    {
        if (!call.Can("edit-other-user-active-status"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var user = call.Workspace.Users.ById(call.Text("userId")) ?? throw new ApiException("error-invalid-user", "Invalid user");
        var active = call.Flag("activeStatus");
        if (!active)
        {
            DemandAnotherAdmin(call, user);
            Relinquish(call, user);
        }

        call.Workspace.Users.SetActive(user, active);
        return Reply.Success(new JsonObject { ["user"] = new JsonObject { ["_id"] = user.Id, ["active"] = active } });
    }

    private static void DemandAnotherAdmin(EndpointCall call, User user)
    {
        var admins = call.Workspace.Users.All.Where(candidate => candidate.Active && candidate.Roles.Contains("admin")).ToArray();
        if (call.Profile.LastAdminStaysActive && admins is [var only] && only == user)
        {
            throw new ApiException(
                "error-action-not-allowed",
                "Leaving the app without an active admin is not allowed",
                new JsonObject { ["method"] = "removeUserFromRole", ["action"] = "Remove_last_admin" });
        }
    }

    /// <summary>Users who leave must not leave rooms without an owner, unless the caller confirms it.</summary>
    private static void Relinquish(EndpointCall call, User user)
    {
        var workspace = call.Workspace;
        var rooms = workspace.Rooms.All
            .Where(
                room => room.Type is "c" or "p" && workspace.Rooms.MembersWithRole(room, "owner").ToArray() is [var only] && only == user)
            .ToArray();
        if (rooms.Length == 0)
        {
            return;
        }

        var heirs = rooms.ToDictionary(
            room => room, room => workspace.Rooms.Members(room).FirstOrDefault(member => member != user && member.Active));
        if (!call.Flag("confirmRelinquish"))
        {
            throw new ApiException("user-last-owner", null, new JsonObject
            {
                ["shouldChangeOwner"] = JsonText.Array(rooms.Where(room => heirs[room] is not null).Select(room => room.Name!)),
                ["shouldBeRemoved"] = JsonText.Array(rooms.Where(room => heirs[room] is null).Select(room => room.Name!)),
            });
        }

        foreach (var (room, heir) in heirs)
        {
            if (heir is null)
            {
                workspace.Rooms.Remove(room);
                continue;
            }

            // The one who leaves stays an owner as well, as long as the account is there.
            workspace.Rooms.Join(room, heir, "owner");
        }
    }
}
