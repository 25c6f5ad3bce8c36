using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Methods;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.Settings;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Routes;

/// <summary>Settings, written: one by one without any look at the type, or many with a strict one.</summary>
internal static class SettingWritingRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Post("settings/:_id", WriteOne) with
        {
            NeedsTwoFactor = true,
            Permission = profile.RouterChecksPermissions ? "edit-privileged-setting" : null,
        };
        if (profile.HasBulkSettings)
        {
            yield return Route.Post("settings", WriteMany) with
            {
                NeedsTwoFactor = true,
                TwoFactorIsRemembered = false,
                Schema = new RequestSchema("settings")
                {
                    Items = new ItemSchema("settings", new RequestSchema("_id", "value") { Optional = ["editor"] }),
                },
            };
        }
    }

    private static Reply WriteOne(EndpointCall call)
    {
        if (!call.Can("edit-privileged-setting"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var setting = call.Workspace.Settings.Find(call.PathValue!);
        if (setting is null or { Definition.IsHidden: true })
        {
            return call.Profile.UnknownSettingIsRefused ? Reply.Failure() : Reply.Failure("Cannot read property 'type' of undefined");
        }

        if (setting.Definition.IsBlocked)
        {
            return Reply.Failure();
        }

        if (setting.Definition.Type == "action" && call.Flag("execute"))
        {
            return Press(call, setting.Definition.Default!.ToString());
        }

        if (call.Profile.SettingBodyIsMatched && new RequestSchema("value") { Optional = ["editor"] }.MatchError(call.Body) is { } mismatch)
        {
            return Reply.Failure(mismatch);
        }

        if (!call.Body.TryGetPropertyValue("value", out var value))
        {
            return Reply.Failure();
        }

        if (call.Profile.ChecksBounds)
        {
            SettingBounds.Demand(setting.Definition, value);
        }

        SettingEffects.Store(call.Workspace, setting, value);
        return Reply.Success();
    }

    private static Reply Press(EndpointCall call, string method)
    {
        if (method == "push_test" && call.Profile.PushTestButtonIsRefused)
        {
            throw ApiException.In(method, "error-not-allowed", "Not allowed");
        }

        try
        {
            ServerMethods.Call(call, method, []);
            return Reply.Success();
        }
        catch (UnknownMethodException)
        {
            return Reply.Failure($"The emulator does not offer the method '{method}'.");
        }
    }

    private static Reply WriteMany(EndpointCall call)
    {
        SettingsWriter.Save(call, call.Body["settings"] as JsonArray ?? []);
        return Reply.Success();
    }
}
