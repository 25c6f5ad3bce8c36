using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>Users as the administration panel and the web client look for them.</summary>
internal static class UserSearchRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Get("users.autocomplete", Complete) with { Schema = new RequestSchema("selector") };
        if (profile.HasListByStatus)
        {
            yield return Route.Get("users.listByStatus", ListByStatus) with
            {
                Schema = new RequestSchema
                {
                    Optional = ["searchTerm", "roles", "inactiveReason"],
                    ChoiceKey = "status",
                    Choices = ["active", "deactivated"],
                    Flags = ["hasLoggedIn"],
                    Open = true,
                    Paged = true,
                },
            };
        }
    }

    private static Reply Complete(EndpointCall call)
    {
        var term = EndpointCall.Text(JsonText.ObjectIn(call.Text("selector")), "term") ?? "";
        var users = Sorted(call).Where(user => user.Active && (Contains(user.Username, term) || Contains(user.Name, term))).Take(10);
        return Reply.Success(new JsonObject
        {
            ["items"] = JsonText.Array(users.Select(user =>
            {
                var view = UserView.Named(user);
                view["status"] = "offline";
                return (JsonNode?)view;
            })),
        });
    }

    private static Reply ListByStatus(EndpointCall call)
    {
        if (!call.Can("view-d-room"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var term = call.Text("searchTerm") ?? "";
        string[] roles = call.Parameters["roles"] is JsonArray many ? [.. many.Select(role => role?.ToString() ?? "")]
            : call.Text("roles") is { } one ? [one]
            : [];
        var users = Sorted(call)
            .Where(user => call.Text("status") is not { } status || user.Active == (status == "active"))
            .Where(user => !call.Parameters.ContainsKey("hasLoggedIn") || (user.LastLogin is not null) == call.Flag("hasLoggedIn"))
            .Where(user => call.Text("type") is not { } type || user.Type == type)
            .Where(user => roles.Length == 0 || user.Roles.Any(roles.Contains))
            .Where(user => Texts(user).Any(text => Contains(text, term)))
            .ToArray();
        var full = call.Can("view-full-other-user-info");
        var page = Page.Of(call, users);
        return Reply.Success(new JsonObject
        {
            ["users"] = JsonText.Array(page.Items.Select(user => UserView.ByStatus(user, call.Profile, full))),
            ["count"] = page.Items.Count,
            ["offset"] = page.Offset,
            ["total"] = page.Total,
        });
    }

    private static IEnumerable<string?> Texts(User user) => [user.Username, user.Name, .. user.Emails.Select(email => email.Address)];

    private static IEnumerable<User> Sorted(EndpointCall call) =>
        call.Workspace.Users.All.OrderBy(user => user.Username, StringComparer.Ordinal);

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
