using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Http;

/// <summary>From a request to its answer, in the order in which the server looks: route, body, login, schema, permission, handler.</summary>
internal sealed class Dispatcher(Workspace workspace, VersionProfile profile, IEnumerable<Route> routes, string siteUrl)
{
    private readonly RouteTable _routes = new(routes);

    public Reply Answer(IncomingRequest request)
    {
        lock (workspace.Gate)
        {
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
        };
        try
        {
            return Refusals.BySchema(route, call) ?? Refusals.ByPermission(route, call) ?? route.Handle(call);
        }
        catch (ApiException error)
        {
            return Reply.Failure(error);
        }
        catch (BareFailureException failure)
        {
            return Reply.Failure(failure.Message);
        }
    }
}
