using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Services;

/// <summary>The user that a call is about.</summary>
internal static class TargetUser
{
    /// <summary>The user named by <c>userId</c>, <c>username</c> or <c>user</c>.</summary>
    /// <exception cref="ApiException">None named, or none found.</exception>
    public static User Of(EndpointCall call)
    {
        var id = call.Text("userId");
        var username = call.Text("username") ?? call.Text("user");
        if (id is null && username is null)
        {
            throw new ApiException("error-user-param-not-provided", "The required \"userId\" or \"username\" param was not provided");
        }

        return (id is not null ? call.Workspace.Users.ById(id) : call.Workspace.Users.ByName(username)) ?? throw NotFound();
    }

    /// <summary>The users named by <c>userIds</c> or <c>usernames</c>, where the version takes them, or else the one named.</summary>
    /// <exception cref="ApiException">None named, or none found.</exception>
    public static IReadOnlyList<User> ManyOf(EndpointCall call)
    {
        var users = call.Workspace.Users;
        User[]? many = !call.Profile.InvitesMany ? null
            : call.Body["userIds"] is JsonArray ids ? [.. ids.Select(id => users.ById(id?.ToString())).OfType<User>()]
            : call.Body["usernames"] is JsonArray names ? [.. names.Select(name => users.ByName(name?.ToString())).OfType<User>()]
            : null;
        return many is { Length: 0 } ? throw NotFound() : many ?? [Of(call)];
    }

    public static ApiException NotFound() =>
        new("error-invalid-user", "The required \"userId\" or \"username\" param provided does not match any users");
}
