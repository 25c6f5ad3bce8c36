using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Settings;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Routes;

/// <summary>The preferences that users set for themselves.</summary>
internal static class UserPreferenceRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Get("users.getPreferences", Get);
        yield return Route.Post("users.setPreferences", Set) with { Schema = new RequestSchema("data") { Optional = ["userId"] } };
    }

    private static Reply Get(EndpointCall call) => call.Caller.Preferences.Count > 0
        ? Reply.Success(new JsonObject { ["preferences"] = call.Caller.Preferences.DeepClone() })
        : Reply.Failure("FAILED TO RETRIEVE USER PREFERENCES BECAUSE THEY HAVEN'T BEEN SET UP BY THE USER YET");

    private static Reply Set(EndpointCall call)
    {
        var data = call.Body["data"] as JsonObject ?? [];
        var isUnknown = data.Any(preference => call.Workspace.Settings.Find(DefaultPreferences.Prefix + preference.Key) is null);
        if (call.Profile.HasRequestSchemas && isUnknown)
        {
            var suffix = call.Profile.HasClosedSchemas ? "" : " [invalid-params]";
            return Reply.Failure($"must NOT have additional properties{suffix}", "invalid-params");
        }

        var user = call.Text("userId") is { } id ? call.Workspace.Users.ById(id) : call.Caller;
        if (user is null || (user != call.Caller && !call.Can("edit-other-user-info")))
        {
            throw new ApiException("error-action-not-allowed", "Editing user is not allowed");
        }

        foreach (var (key, value) in data)
        {
            user.Preferences[key] = value?.DeepClone();
        }

        return Reply.Success(new JsonObject { ["user"] = View(user) });
    }

    private static JsonObject View(User user) => new()
    {
        ["_id"] = user.Id,
        ["settings"] = new JsonObject { ["preferences"] = user.Preferences.DeepClone() },
    };
}
