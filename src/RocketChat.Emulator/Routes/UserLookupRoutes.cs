using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>Finding users.</summary>
internal static class UserLookupRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        string[] keys =
        [
            "userId", "username", "importId",
            .. profile.UsersInfoByEmail ? ["email"] : Array.Empty<string>(),
            .. profile.UsersInfoByExtension ? ["freeSwitchExtension"] : Array.Empty<string>(),
        ];
        yield return Route.Get("users.info", Info) with
        {
            Schema = new RequestSchema
            {
                AnyOf = keys,
                Optional = profile.TakesQueryParameter ? ["fields"] : ["includeUserRooms", "fields"],
            },
        };
        yield return Route.Get("users.list", List) with { Schema = new RequestSchema { Paged = true } };
    }

    private static Reply Info(EndpointCall call)
    {
        if (Wanted(call) is not { } user)
        {
            return Reply.Failure("User not found.");
        }

        var view = UserView.Info(user, call.Profile, SeesAllOf(call, user));
        if (WantsRooms(call) && (user == call.Caller || call.Can("view-other-user-channels")))
        {
            view["rooms"] = JsonText.Array(
                call.Workspace.Rooms.MembershipsOf(user)
                    .OrderBy(membership => call.Workspace.Rooms.ById(membership.RoomId)?.Type, StringComparer.Ordinal)
                    .ThenBy(membership => call.Workspace.Rooms.ById(membership.RoomId)?.Name, StringComparer.Ordinal)
                    .Select(membership => MembershipView.Of(membership, call.Workspace)));
        }

        return Reply.Success(new JsonObject { ["user"] = view });
    }

    private static bool SeesAllOf(EndpointCall call, User user) => user == call.Caller || call.Can("view-full-other-user-info");

    private static bool WantsRooms(EndpointCall call) => call.Profile.UsersInfoIncludesRooms
        ? call.Flag("includeUserRooms")
        : JsonText.ObjectIn(call.Text("fields"))["userRooms"]?.ToString() == "1";

    private static User? Wanted(EndpointCall call)
    {
        if (call.Text("userId") is { } id)
        {
            // The server looks for a username, too, when it is given an id.
            return call.Workspace.Users.ById(id) ?? call.Workspace.Users.ByName(id);
        }

        if (call.Text("username") is { } username)
        {
            return call.Workspace.Users.ByName(username);
        }

        if (call.Profile.UsersInfoByEmail && call.Text("email") is { } email)
        {
            var address = email.Trim().ToLowerInvariant();
            return call.Workspace.Users.All.FirstOrDefault(
                user => user.Emails.Any(candidate => candidate.Address == address) && SeesAllOf(call, user));
        }

        return call.Profile.UsersInfoAnswersWithoutParameter ? call.Workspace.Users.All[0] : null;
    }

    private static Reply List(EndpointCall call)
    {
        if (!call.Can("view-d-room"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        // The caller's own address needs the permission as well.
        var full = call.Can("view-full-other-user-info");
        var page = Page.Of(call, call.Workspace.Users.All.OrderBy(user => user.Username, StringComparer.Ordinal).ToArray());
        return Reply.Success(new JsonObject
        {
            ["users"] = JsonText.Array(page.Items.Select(user => UserView.Listed(user, call.Profile, full))),
            ["count"] = page.Items.Count,
            ["offset"] = page.Offset,
            ["total"] = page.Total,
        });
    }
}
