using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.Settings;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Routes;

/// <summary>Services by which users log in, as their settings enable them.</summary>
internal static class LoginServiceRoutes
{
    private const string Prefix = "Accounts_OAuth_";
    private const string Custom = Prefix + "Custom-";

    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Get("settings.oauth", Services) with { NeedsLogin = false };
        yield return Route.Get("service.configurations", Configurations) with { NeedsLogin = false };
        yield return Route.Post("settings.addCustomOAuth", Add) with
        {
            NeedsTwoFactor = true,
            Schema = profile.HasClosedSchemas ? new RequestSchema("name") : null,
        };
    }

    private static Reply Services(EndpointCall call) => Reply.Success(new JsonObject
    {
        ["services"] = JsonText.Array(Enabled(call).Select(service => (JsonNode?)new JsonObject
        {
            ["_id"] = service.Id,
            ["name"] = service.Name,
            ["clientId"] = service.ClientId,
            ["buttonLabelText"] = "",
            ["buttonColor"] = "",
            ["buttonLabelColor"] = "",
            ["custom"] = service.IsCustom,
        })),
    });

    private static Reply Configurations(EndpointCall call) => Reply.Success(new JsonObject
    {
        ["configurations"] = JsonText.Array(Enabled(call).Select(service => (JsonNode?)new JsonObject
        {
            ["_id"] = service.Id,
            ["service"] = service.Name,
            ["clientId"] = service.ClientId,
            ["custom"] = service.IsCustom,
        })),
    });

    private static Reply Add(EndpointCall call)
    {
        if (call.Text("name") is not { } name || name.Trim().Length == 0)
        {
            throw new ApiException("error-name-param-not-provided", "The parameter \"name\" is required");
        }

        if (!call.Can("add-oauth-service"))
        {
            throw ApiException.In("addOAuthService", "error-not-allowed", "Not allowed");
        }

        CustomOAuthSettings.Declare(call.Workspace.Settings, call.Profile, name);
        return Reply.Success();
    }

    private static IEnumerable<(string Id, string Name, string ClientId, bool IsCustom)> Enabled(EndpointCall call) =>
        from setting in call.Workspace.Settings.All
        let id = setting.Definition.Id
        where id.StartsWith(Prefix, StringComparison.Ordinal) && setting.Definition.Type == "boolean" && IsService(id)
        where setting.EffectiveValue(call.Workspace.HasLicense)?.GetValueKind() == JsonValueKind.True
        let isCustom = id.StartsWith(Custom, StringComparison.Ordinal)
        select (id, id[(isCustom ? Custom.Length : Prefix.Length)..].ToLowerInvariant(), ClientId(call, id, isCustom), isCustom);

    private static string ClientId(EndpointCall call, string id, bool isCustom) =>
        call.Workspace.Settings.String(id + (isCustom ? "-id" : "_id"));

    // The settings of a service begin with the name of the one that enables it.
    private static bool IsService(string id) => id.StartsWith(Custom, StringComparison.Ordinal)
        ? id.IndexOf('-', Custom.Length) < 0
        : id.IndexOf('_', Prefix.Length) < 0;
}
