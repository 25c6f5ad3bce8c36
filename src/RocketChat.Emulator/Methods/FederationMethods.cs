using System.Text.Json.Nodes;
using RocketChat.Emulator.Dns;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Methods;

/// <summary>The legacy federation's page, and the test of the bridge.</summary>
internal static class FederationMethods
{
    private static readonly string[] Labels = ["_rocketchat._https", "_rocketchat._http", "_rocketchat._tcp"];

    public static IEnumerable<KeyValuePair<string, ServerMethod>> Of(VersionProfile profile)
    {
        if (profile.HasFederationService)
        {
            yield break;
        }

        yield return new("FEDERATION_Test_Setup", (call, _) => TestSetup(call));
        yield return new("federation:getOverviewData", (_, _) => Overview());
        yield return new("federation:getServers", (_, _) => new JsonObject { ["data"] = new JsonArray() });
        yield return new("federation:loadContextEvents", (_, _) => new JsonArray());
        if (profile.VerifiesFederationBridge)
        {
            yield return new("checkFederationConfiguration", (call, _) => CheckBridge(call));
        }
    }

    // The bridge is as its status says; nothing here has a homeserver to ask.
    private static JsonObject CheckBridge(EndpointCall call)
    {
        const string method = "checkFederationConfiguration";
        if (!call.Can("view-privileged-setting"))
        {
            throw ApiException.In(method, "error-not-allowed", "Action not allowed");
        }

        return call.Workspace.Settings.String("Federation_Matrix_configuration_status") == "Valid"
            ? new JsonObject
            {
                ["message"] = "All configuration looks good, homeserver configuration looks good, "
                    + "appservice configuration looks good, total round trip time to homeserver 1ms",
            }
            : throw ApiException.In(
                method,
                "error-invalid-configuration",
                "Invalid configuration, external reachability could not be verified, failed to verify appservice configuration: undefined");
    }

    // Newer servers no longer wait for the result of the test, so that it always succeeds.
    private static JsonObject TestSetup(EndpointCall call) =>
        call.Profile.FederationTestIsReal && !call.Workspace.LegacyFederationTestSucceeds && !FindsItself(call)
        ? throw new ApiException("FEDERATION_Test_Setup_Error")
        : new JsonObject { ["message"] = "FEDERATION_Test_Setup_Success" };

    // The test follows the first SRV record that it finds, needs a TXT record, and pings the target.
    private static bool FindsItself(EndpointCall call)
    {
        var (resolver, domain) = (
            call.Workspace.Resolver, call.Workspace.Settings.String("FEDERATION_Domain").TrimStart('@').ToLowerInvariant());
        var found = Labels.Select(label => (Label: label, resolver.Find($"{label}.{domain}", RecordType.Srv).Srv))
            .FirstOrDefault(record => record.Srv is not null);
        var service = found.Srv;

        // The protocol of a service with the last label comes from a record of its own, whose value the server does not understand.
        var isUnreadable = found.Label == Labels[^1] && resolver.Find($"rocketchat-tcp-protocol.{domain}", RecordType.Txt).Txt is not null;
        return !isUnreadable
            && call.Workspace.Settings.IsOn("FEDERATION_Enabled")
            && service?.Port == new Uri(call.SiteUrl).Port
            && resolver.Find($"rocketchat-public-key.{domain}", RecordType.Txt).Txt is not null;
    }

    private static JsonObject Overview() => new()
    {
        ["data"] = new JsonArray(
            new JsonObject { ["title"] = "Number_of_events", ["value"] = 0 },
            new JsonObject { ["title"] = "Number_of_federated_users", ["value"] = 0 },
            new JsonObject { ["title"] = "Number_of_federated_servers", ["value"] = 0 }),
    };
}
