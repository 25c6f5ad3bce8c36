using System.Text.Json.Nodes;
using RocketChat.Emulator.Dns;
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
            // The schema is for the body, the handler reads the query: since 5.0 this POST needs the name in both.
            yield return Route.Get("dns.resolve.srv", ResolveSrv) with { Schema = new RequestSchema("url") };
            yield return Route.Post("dns.resolve.txt", ResolveTxt) with { Schema = new RequestSchema("url") };
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
            : Absent(call, name, "querySrv", RecordType.Srv);
    }

    private static Reply ResolveTxt(ApiCall call)
    {
        var name = Name(call);
        return call.Workspace.Dns.Txt(name) is { } text
            ? Reply.Success(new JsonObject { ["resolved"] = text })
            : Absent(call, name, "queryTxt", RecordType.Txt);
    }

    // The words of Node.js, whose error reaches the client as it is.
    private static Reply Absent(ApiCall call, string name, string operation, ushort type)
    {
        var zone = call.Workspace.Dns;
        return Reply.Failure($"{operation} {(zone.Holds(name) && zone.Find(name, type).NameExists ? "ENODATA" : "ENOTFOUND")} {name}");
    }

    private static string Name(ApiCall call) =>
        ApiCall.Text(call.Query, "url")?.ToLowerInvariant() ?? throw new ApiException("error-missing-param", "The required \"url\" param is missing.");
}
