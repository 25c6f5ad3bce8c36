using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Methods;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Routes;

/// <summary>
/// <c>method.call</c>: a server method in an envelope. Old servers always answer 200 and report errors of the method in the message.
/// </summary>
internal static class MethodCallRoutes
{
    private const string PushTestMethod = "push_test";
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        var route = Route.Post("method.call/:method", Call) with { Schema = new RequestSchema("message"), IsRateLimited = false };
        yield return route;
        yield return route with { Path = "/api/v1/method.callAnon/:method", NeedsLogin = false };
    }

    private static Reply Call(EndpointCall call)
    {
        if (JsonText.ObjectIn(call.Text("message")) is not { Count: > 0 } message)
        {
            return Reply.Failure(
                call.Profile.NamesJsonMistakes ? JavaScriptJson.Mistake(call.Text("message") ?? "") : "Invalid method call message");
        }

        var method = EndpointCall.Text(message, "method") ?? call.PathValue!;
        var answer = new JsonObject { ["msg"] = "result", ["id"] = message["id"]?.DeepClone() };
        var error = Run(call, method, message["params"] as JsonArray ?? [], answer);
        if (error is not null)
        {
            answer["error"] = error;
        }

        var failed = error is not null && call.Profile.MethodErrorsAreBadRequests;
        return Reply.Json(failed ? 400 : 200, new JsonObject { ["message"] = JsonText.Of(answer), ["success"] = !failed });
    }

    /// <returns>The error, or null after the result was put into the answer.</returns>
    private static JsonObject? Run(EndpointCall call, string method, JsonArray parameters, JsonObject answer)
    {
        try
        {
            DemandPause(call, method);
            answer["result"] = ServerMethods.Call(call, method, parameters);
            return null;
        }
        catch (ApiException error)
        {
            return MeteorError(error.Code, error.Reason, error.Text, error.Details);
        }
        catch (UnknownMethodException error)
        {
            return MeteorError(404, error.Message, $"{error.Message} [404]");
        }
        catch (BareFailureException error)
        {
            return new JsonObject
            {
                ["message"] = error.Message,
                ["path"] = "",
                ["sanitizedError"] = MeteorError(400, "Match failed", "Match failed [400]"),
                ["errorType"] = "Match.Error",
            };
        }
        catch (SilentFailureException error)
        {
            return error.Name is null ? [] : new JsonObject { ["name"] = error.Name };
        }
    }

    private static void DemandPause(EndpointCall call, string method)
    {
        var isOncePerSecond = method == PushTestMethod && call.Profile.PushTestIsOncePerSecond;
        var caller = call.Token?.Value ?? call.Request.Address.ToString();
        var result = call.Limiter.Count(
            $"method {method}", caller, isOncePerSecond ? 1 : 10, isOncePerSecond ? TimeSpan.FromSeconds(1) : Window);
        var slow = call.Limiter.Count($"method {method} a minute", caller, int.MaxValue, TimeSpan.FromMinutes(1));
        if (result.Refused)
        {
            // Some versions report the window of another rule than the one that refuses.
            result = isOncePerSecond && call.Profile.PushTestReportsAMinute ? slow : result;
            throw new ApiException(
                "too-many-requests",
                "Error, too many requests. Please slow down. "
                + $"You must wait {Math.Ceiling(result.Wait.TotalSeconds):F0} seconds before trying again.",
                new JsonObject { ["timeToReset"] = (long)result.Wait.TotalMilliseconds });
        }
    }

    private static JsonObject MeteorError(JsonNode code, string? reason, string message, JsonObject? details = null)
    {
        var error = new JsonObject { ["isClientSafe"] = true, ["error"] = code };
        if (reason is not null)
        {
            error["reason"] = reason;
        }

        if (details is not null)
        {
            error["details"] = details.DeepClone();
        }

        error["message"] = message;
        error["errorType"] = "Meteor.Error";
        return error;
    }
}
