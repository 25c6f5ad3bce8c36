using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Settings;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>Settings, read.</summary>
internal static class SettingReadingRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Get("settings", List) with { Schema = new RequestSchema { Paged = true, Flags = ["includeDefaults"] } };
        yield return Route.Get("settings.public", ListPublic) with
        {
            NeedsLogin = false,
            Schema = new RequestSchema { Paged = true, Optional = ["_id"] },
        };
        yield return Route.Get("settings/:_id", One) with
        {
            Permission = profile.RouterChecksPermissions ? "view-privileged-setting" : null,
        };
    }

    private static Reply One(EndpointCall call)
    {
        if (!call.Can("view-privileged-setting"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        if (call.Workspace.Settings.Find(call.PathValue!) is { Definition.IsHidden: false } setting)
        {
            return Reply.Success(SettingView.Alone(setting, call.Workspace.MasksSecrets));
        }

        return call.Profile.UnknownSettingIsRefused ? Reply.Failure() : Reply.Success();
    }

    private static Reply List(EndpointCall call) => Listed(call, call.Can("view-privileged-setting") ? _ => true : IsPublic);

    private static Reply ListPublic(EndpointCall call)
    {
        if (!call.Profile.SettingsPublicTakesIds || call.Text("_id") is not { } ids)
        {
            return Listed(call, IsPublic);
        }

        var wanted = ids.Split(',', StringSplitOptions.TrimEntries);
        return Listed(call, setting => IsPublic(setting) && wanted.Contains(setting.Definition.Id));
    }

    private static Reply Listed(EndpointCall call, Func<StoredSetting, bool> visible)
    {
        var matches = QueryParameter.Matcher(call);
        var found = call.Workspace.Settings.All
            .Where(setting => !setting.Definition.IsHidden && visible(setting))
            .Where(setting => matches is null || matches(SettingView.Full(setting, call.Workspace.MasksSecrets)))
            .ToArray();
        var fields = FurtherFields(call);
        var page = Page.Of(call, Sorting.Of(call, found, setting => View(call, setting, fields)));
        return QueryParameter.WithDeprecation(call, Reply.Success(new JsonObject
        {
            ["settings"] = JsonText.Array(page.Items.Select(setting => View(call, setting, fields))),
            ["count"] = page.Items.Count,
            ["offset"] = page.Offset,
            ["total"] = page.Total,
        }));
    }

    private static JsonObject View(EndpointCall call, StoredSetting setting, IReadOnlyCollection<string> fields) =>
        SettingView.Listed(setting, call.Workspace.HasLicense, call.Workspace.MasksSecrets, fields);

    private static IReadOnlyCollection<string> FurtherFields(EndpointCall call) =>
        call.Profile.TakesQueryParameter ? QueryParameter.Included(call)
        : call.Flag("includeDefaults") ? ["packageValue"]
        : [];

    private static bool IsPublic(StoredSetting setting) => setting.Definition.IsPublic;
}
