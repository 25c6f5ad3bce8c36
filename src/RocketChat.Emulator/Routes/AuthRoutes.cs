using System.Text.Json.Nodes;
using RocketChat.Emulator.Authentication;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>Login, logout and who one is.</summary>
internal static class AuthRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Post("login", Login) with { NeedsLogin = false };
        yield return Route.Post("logout", Logout);
        yield return Route.Get("logout", Logout);
        yield return Route.Get("me", Me);
    }

    private static Reply Login(EndpointCall call)
    {
        if (EndpointCall.Text(call.Body, "resume") is { } resume)
        {
            return Resume(call, resume);
        }

        var name = Name(call.Body) ?? (call.Body["user"] is JsonObject named ? Name(named) : null);
        if (name is null || PasswordSha256(call.Body["password"]) is not { } password)
        {
            return Refused(call, JsonValue.Create(400), "Unrecognized options for login request");
        }

        var user = name.Contains('@')
            ? call.Workspace.Users.All.FirstOrDefault(candidate => candidate.Emails.Any(email => email.Address == name))
            : call.Workspace.Users.ByName(name);
        if (user is null)
        {
            return Refused(call, "Unauthorized", "Unauthorized");
        }

        if (LoginBlock.IsOn(call.Workspace, user))
        {
            return Refused(
                call,
                "error-login-blocked-for-user",
                "Login has been temporarily blocked For User",
                new JsonObject { ["function"] = "Accounts.validateLoginAttempt" });
        }

        if (user.PasswordSha256 != password)
        {
            LoginBlock.CountFailure(call.Workspace, user);
            return call.Profile.WrongPasswordIsNamed
                ? Refused(call, JsonValue.Create(403), "Incorrect password")
                : Refused(call, "Unauthorized", "Unauthorized");
        }

        if (!user.Active)
        {
            return Refused(call, "Unauthorized", "Unauthorized");
        }

        return TwoFactor.ChallengeAtLogin(call, user) is { } challenge
            ? Refused(call, challenge.Code, challenge.Reason!, challenge.Details)
            : Opened(call, user, new LoginToken { Value = MeteorId.NewToken(), CreatedAt = call.Workspace.Now });
    }

    private static Reply Resume(EndpointCall call, string resume)
    {
        foreach (var user in call.Workspace.Users.All.Where(user => user.Active))
        {
            if (user.Tokens.Find(token => token.Value == resume) is { } token)
            {
                return Opened(call, user, token);
            }
        }

        return Refused(call, JsonValue.Create(403), "You've been logged out by the server. Please log in again.");
    }

    private static Reply Opened(EndpointCall call, User user, LoginToken token)
    {
        if (!user.Tokens.Contains(token))
        {
            user.Tokens.Add(token);
        }

        user.FailedLogins = 0;
        user.LastLogin = call.Workspace.Now;
        return Done(call, new JsonObject
        {
            ["userId"] = user.Id,
            ["authToken"] = token.Value,
            ["me"] = UserView.AtLogin(user, call),
        });
    }

    private static Reply Logout(EndpointCall call)
    {
        call.Caller.Tokens.Remove(call.Token!);
        return call.Profile.LogoutIsMute ? new Reply(200, "", []) : Done(call, new JsonObject { ["message"] = "You've been logged out!" });
    }

    private static Reply Me(EndpointCall call) => Reply.Success(UserView.Me(call));

    private static Reply Done(EndpointCall call, JsonObject data)
    {
        var body = new JsonObject { ["status"] = "success", ["data"] = data };
        if (call.Profile.LoginHasSuccess)
        {
            body["success"] = true;
        }

        return Reply.Json(200, body);
    }

    private static Reply Refused(EndpointCall call, JsonNode error, string message, JsonObject? details = null)
    {
        var isHidden = call.Profile.LoginHidesReasons && details is null;
        (error, message) = isHidden ? ("Unauthorized", "Unauthorized") : (error, message);
        var body = new JsonObject { ["status"] = "error", ["error"] = error };
        if (details is not null)
        {
            body["details"] = details.DeepClone();
        }

        body["message"] = message;
        if (call.Profile.LoginHidesReasons)
        {
            body["success"] = false;
        }

        return Reply.Json(401, body);
    }

    private static string? Name(JsonObject from) =>
        EndpointCall.Text(from, "user") ?? EndpointCall.Text(from, "username") ?? EndpointCall.Text(from, "email");

    /// <summary>A password comes as text, or as an object that holds its digest.</summary>
    private static string? PasswordSha256(JsonNode? password) => password switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => User.HashPassword(text),
        JsonObject digest when EndpointCall.Text(digest, "algorithm") == "sha-256" => EndpointCall.Text(digest, "digest"),
        _ => null,
    };
}
