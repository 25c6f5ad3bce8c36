using System.Text.Json.Nodes;
using RocketChat.Emulator.Limits;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Routes;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Http;

/// <summary>
/// From a request to its answer, in the order in which the server looks: body, route, login, rate limit, schema, permission, second factor,
/// handler.
/// </summary>
internal sealed class Dispatcher(Workspace workspace, VersionProfile profile, RateLimiter limiter, string siteUrl)
{
    private readonly RouteTable _routes = new(AllRoutes.Of(profile));

    public Reply Answer(IncomingRequest request)
    {
        lock (workspace.Gate)
        {
            workspace.CatchUp();
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

        if (!methods.TryGetValue(request.Method, out var route))
        {
            return Refusals.WrongMethod(request, profile, methods.Keys);
        }

        var (caller, token) = Session.Of(request, workspace);
        if (route.NeedsLogin && caller is null)
        {
            return Refusals.NotLoggedIn(profile);
        }

        var call = new ApiCall
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
        var verdict = limiter.Count(route, call);
        var reply = verdict is { Refused: true } ? verdict.Refusal() : Handle(route, call);
        return verdict is null ? reply : verdict.Mark(reply);
    }

    private static Reply Handle(Route route, ApiCall call)
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
            return Reply.Failure(error);
        }
        catch (BareFailureException failure)
        {
            return Reply.Failure(failure.Message);
        }
        catch (Exception crash)
        {
            // What a crash of the real server looks like; the details are the emulator's, for whoever mends it.
            var body = new JsonObject { ["success"] = false, ["error"] = "Internal server error", ["details"] = crash.ToString() };
            return Reply.Json(500, body);
        }
    }
}
