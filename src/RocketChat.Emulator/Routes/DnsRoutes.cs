using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Routes;

/// <summary>What the server sees in DNS: the emulator's own zone, and nothing else.</summary>
internal static class DnsRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        if (profile.ResolvesDns)
        {
            yield return Route.Get("dns.resolve.srv", ResolveSrv);
            yield return Route.Post("dns.resolve.txt", ResolveTxt);
        }
    }

    private static Reply ResolveSrv(ApiCall call)
    {
        var name = Name(call);
        return call.Workspace.Dns.Srv(name) is (var priority, var weight, var port, var target)
            ? Reply.Success(new JsonObject
            {
                ["resolved"] = new JsonObject { ["target"] = target, ["priority"] = priority, ["weight"] = weight, ["port"] = port },
            })
            : Reply.Failure($"querySrv ENOTFOUND {name}");
    }

    private static Reply ResolveTxt(ApiCall call)
    {
        var name = Name(call);
        return call.Workspace.Dns.Txt(name) is { } text
            ? Reply.Success(new JsonObject { ["resolved"] = text })
            : Reply.Failure($"queryTxt ENOTFOUND {name}");
    }

    // In the query also for the POST.
    private static string Name(ApiCall call) =>
        ApiCall.Text(call.Query, "url")?.ToLowerInvariant() ?? throw new BareFailureException("Match error: Missing key 'url'");
}
