using System.Text.Json.Nodes;
using RocketChat.Emulator.Authentication;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Limits;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Routes;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Serving;

/// <summary>
/// The way from a request to its answer, in the order of real servers: body, route, login, rate limit, schema, permission, second factor,
/// handler.
/// </summary>
internal sealed class Dispatcher(WorkspaceState workspace, VersionProfile profile, RateLimiter limiter, string siteUrl)
{
    private readonly RouteTable _routes = new(AllRoutes.Of(profile));

    public Reply Answer(IncomingRequest request)
    {
        lock (workspace.Gate)
        {
            workspace.Schedule.RunDue();
            return AnswerAlone(request);
        }
    }

    private Reply AnswerAlone(IncomingRequest request)
    {
        var body = Parameters.OfBody(request);
        if (body is null && profile.MalformedJsonIsRefused)
        {
            return Refusals.MalformedJson();
        }

        var (methods, pathValue) = _routes.Find(request.Path);
        if (methods is null)
        {
            return Refusals.UnknownPath(request, profile);
        }

        var method = request.Method == "HEAD" && profile.AnswersHead ? "GET" : request.Method;
        if (!methods.TryGetValue(method, out var route))
        {
            return Refusals.WrongMethod(request, profile, methods.Keys);
        }

        var (caller, token) = SignedInCaller.Of(request, workspace);
        if (route.NeedsLogin && caller is null)
        {
            return Refusals.NotLoggedIn(profile);
        }

        var call = new EndpointCall
        {
            Request = request,
            Workspace = workspace,
            Profile = profile,
            Query = Parameters.OfQuery(request),
            Body = body ?? [],
            SiteUrl = siteUrl,
            PathValue = pathValue is null ? null : Uri.UnescapeDataString(pathValue),
            OptionalCaller = caller,
            Token = token,
            Limiter = limiter,
        };
        if (profile.RouterComesBeforeLimit && (Refusals.ByPermission(route, call) ?? Refusals.BySchema(route, call)) is { } refusal)
        {
            return refusal;
        }

        var limit = RouteLimit.Count(route, call);
        var reply = limit is { Refused: true } ? RouteLimit.Refusal(limit) : Handle(route, call);
        return limit is null ? reply : RouteLimit.Mark(limit, reply);
    }

    private static Reply Handle(Route route, EndpointCall call)
    {
        try
        {
            if ((Refusals.BySchema(route, call) ?? Refusals.ByPermission(route, call)) is { } refusal)
            {
                return refusal;
            }

            if (route.NeedsTwoFactor)
            {
                TwoFactor.Demand(call, route.TwoFactorIsRemembered);
            }

            return route.Handle(call);
        }
        catch (ApiException error)
        {
            return Refusals.Thrown(error, call.Profile);
        }
        catch (BareFailureException failure)
        {
            return Reply.Failure(failure.Message);
        }
        catch (Exception crash)
        {
            // A crash of the real server looks like this; the details are the emulator's, for its developers.
            var body = new JsonObject { ["success"] = false, ["error"] = "Internal server error", ["details"] = crash.ToString() };
            return Reply.Json(500, body);
        }
    }
}
