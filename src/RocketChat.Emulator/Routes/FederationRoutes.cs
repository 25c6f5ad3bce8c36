using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Routes;

/// <summary>The endpoints of federation for other servers and for the administration.</summary>
internal static class FederationRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        if (!profile.HasFederationService)
        {
            yield return Route.Post("federation.events.dispatch", Dispatch) with
            {
                NeedsLogin = false,
                CallsPerWindow = 30,
                WindowMilliseconds = 1000,
            };
            yield return Route.Get("federation.users.search", SearchUsers) with { NeedsLogin = false };
        }

        if (profile.VerifiesFederationBridge && !profile.HasFederationService)
        {
            yield return Route.Get("federation/configuration.verify", VerifyBridge) with { Permission = "view-privileged-setting" };
        }

        if (profile.ServesMatrixWellKnown)
        {
            yield return new Route("GET", "/.well-known/matrix/server", WellKnown) { NeedsLogin = false, IsRateLimited = false };
        }

        if (profile.HasFederationService)
        {
            yield return new Route("GET", "/_matrix/federation/v1/version", MatrixVersion) { NeedsLogin = false, IsRateLimited = false };
            yield return new Route("GET", "/_matrix/key/v2/server", MatrixKeys) { NeedsLogin = false, IsRateLimited = false };
        }
    }

    private static Reply Dispatch(EndpointCall call)
    {
        if (call.Profile.FederationDispatchIsMute)
        {
            return Reply.Json(200, new JsonObject());
        }

        if (!call.Workspace.Settings.IsOn("FEDERATION_Enabled"))
        {
            return Reply.Failure("Federation not enabled");
        }

        return call.Header("x-federation-domain") == DomainOf(call)
            ? Reply.Success()
            : Reply.Failure("Could not decrypt payload");
    }

    // The server removes the first @, at any place.
    private static string DomainOf(EndpointCall call)
    {
        var domain = call.Workspace.Settings.String("FEDERATION_Domain");
        return domain.IndexOf('@', StringComparison.Ordinal) is var at and >= 0 ? domain.Remove(at, 1) : domain;
    }

    private static Reply SearchUsers(EndpointCall call) => call.Workspace.Settings.IsOn("FEDERATION_Enabled")
        ? Reply.Success(new JsonObject { ["users"] = new JsonArray() })
        : Reply.Failure("Federation not enabled");

    private static Reply VerifyBridge(EndpointCall call)
    {
        var valid = call.Workspace.Settings.String("Federation_Matrix_configuration_status") == "Valid";
        return Reply.Json(valid ? 200 : 400, new JsonObject
        {
            ["appservice"] = new JsonObject { ["ok"] = valid, ["roundTrip"] = new JsonObject { ["durationMs"] = valid ? 1 : -1 } },
            ["externalReachability"] = new JsonObject { ["ok"] = valid },
            ["success"] = valid,
        });
    }

    private static Reply WellKnown(EndpointCall call)
    {
        if (call.Profile.HasFederationService)
        {
            return IsOn(call)
                ? Reply.Json(200, new JsonObject { ["m.server"] = call.Workspace.Settings.String("Federation_Service_Domain") + ":443" })
                : Reply.Json(403, new JsonObject { ["error"] = "Federation is not enabled" });
        }

        return call.Workspace.Settings.IsOn("Federation_Matrix_enabled")
            && call.Workspace.Settings.IsOn("Federation_Matrix_serve_well_known")
            && Uri.TryCreate(call.Workspace.Settings.String("Federation_Matrix_homeserver_url"), UriKind.Absolute, out var homeserver)
                ? Reply.Json(
                    200, new JsonObject { ["m.server"] = $"{homeserver.Host}:{(homeserver.IsDefaultPort ? 443 : homeserver.Port)}" })
                : new Reply(404, "", []);
    }

    private static Reply MatrixVersion(EndpointCall call) => IsOn(call)
        ? Reply.Json(200, new JsonObject { ["server"] = new JsonObject { ["name"] = "Rocket.Chat", ["version"] = call.Profile.Name } })
        : Reply.Json(403, new JsonObject { ["error"] = "Federation is not enabled" });

    // Key and signature have the form of real ones, but the framework has no ed25519: whoever checks the signature finds it wrong.
    private static Reply MatrixKeys(EndpointCall call)
    {
        if (!IsOn(call))
        {
            return Reply.Json(403, new JsonObject { ["error"] = "Federation is not enabled" });
        }

        var domain = call.Workspace.Settings.String("Federation_Service_Domain");
        var id = "ed25519:" + call.Workspace.Settings.String("Federation_Service_Matrix_Signing_Version");
        var seed = Encoding.UTF8.GetBytes(call.Workspace.Settings.String("Federation_Service_Matrix_Signing_Key"));
        return Reply.Json(200, new JsonObject
        {
            ["old_verify_keys"] = new JsonObject(),
            ["server_name"] = domain,
            ["signatures"] = new JsonObject { [domain] = new JsonObject { [id] = Unpadded(SHA512.HashData(seed)) } },
            ["valid_until_ts"] = call.Workspace.Now.AddDays(1).ToUnixTimeMilliseconds(),
            ["verify_keys"] = new JsonObject { [id] = new JsonObject { ["key"] = Unpadded(SHA256.HashData(seed)) } },
        });
    }

    private static string Unpadded(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=');

    // The stored value has no effect without a license for it.
    private static bool IsOn(EndpointCall call) =>
        call.Workspace.License?.Modules.Contains("federation") == true && call.Workspace.Settings.IsOn("Federation_Service_Enabled");
}
