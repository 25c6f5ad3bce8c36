using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Routes;

/// <summary>Push notifications: the devices of the caller, and the test.</summary>
internal static class PushRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Post("push.token", Register) with
        {
            Schema = profile.DevicesHaveSchema
                ? new RequestSchema("type", "value", "appName")
                {
                    Optional = ["id", "voipToken"],
                    ChoiceKey = "type",
                    Choices = ["apn", "gcm"],
                    Filled = ["value", "appName"],
                }
                : null,
        };
        yield return new Route("DELETE", "/api/v1/push.token", Forget)
        {
            Schema = profile.DevicesHaveSchema ? new RequestSchema("token") { Filled = ["token"] } : null,
        };
        yield return Route.Get("push.get", _ => throw new BareFailureException("error-message-not-found")) with
        {
            Schema = new RequestSchema("id"),
        };
        if (profile.HasPushTest)
        {
            yield return Route.Get("push.info", Info);
            yield return Route.Post("push.test", Test) with
            {
                Permission = "test-push-notifications",
                Schema = new RequestSchema(),
                CallsPerWindow = 1,
                WindowMilliseconds = 1000,
            };
        }
    }

    private static Reply Info(EndpointCall call) => Reply.Success(new JsonObject
    {
        // The name is that of the gateway's setting, the value that of push itself, as on real servers.
        ["pushGatewayEnabled"] = call.Workspace.Settings.IsOn("Push_enable"),
        ["defaultPushGateway"] = call.Workspace.Settings.String("Push_gateway") == "https://gateway.rocket.chat",
    });

    private static Reply Test(EndpointCall call)
    {
        var result = PushTest.Run(call);
        if (!call.Profile.PushTestHasMessage)
        {
            result.Clear();
        }

        result["tokensCount"] = call.Caller.Devices.Count;
        return Reply.Success(result);
    }

    private static Reply Register(EndpointCall call)
    {
        var type = call.Text("type");
        if (type is not ("apn" or "gcm") || call.Text("value") is not { } value || call.Text("appName") is not { } appName)
        {
            throw new ApiException(
                "error-type-param-not-valid", "The required \"type\", \"value\" or \"appName\" body param is missing or invalid.");
        }

        Remember(call.Caller.Devices, value);
        var now = JsonText.Moment(call.Workspace.Now);
        var result = new JsonObject
        {
            ["token"] = new JsonObject { [type] = value },
            ["appName"] = appName,
            ["userId"] = call.Caller.Id,
            ["enabled"] = true,
            ["createdAt"] = now,
            ["updatedAt"] = now,
            ["_id"] = EndpointCall.Text(call.Body, "id") ?? MeteorId.NewId(),
        };
        if (call.Profile.DevicesHaveMetadata)
        {
            result["authToken"] = User.HashPassword(call.Token!.Value);
            result["metadata"] = new JsonObject();
            result["_updatedAt"] = now;
        }

        if (call.Profile.DeviceAnswerIsTrimmed)
        {
            Array.ForEach(["authToken", "metadata", "updatedAt"], key => result.Remove(key));
        }

        if (call.Profile.DeviceTokenIsFlat)
        {
            result.Remove("token");
            result["tokenValue"] = value;
            result["tokenType"] = type;
        }

        return Reply.Success(new JsonObject { ["result"] = result });
    }

    // A token that is sent again is the same device.
    private static void Remember(List<string> devices, string token)
    {
        if (!devices.Contains(token))
        {
            devices.Add(token);
        }
    }

    private static Reply Forget(EndpointCall call)
    {
        if (call.Text("token") is not { } token)
        {
            throw new ApiException("error-token-param-not-valid", "The required \"token\" body param is missing or invalid.");
        }

        return call.Caller.Devices.Remove(token) ? Reply.Success() : Reply.Failure("Resource not found", status: 404);
    }
}
