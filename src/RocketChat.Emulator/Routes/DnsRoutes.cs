using System.Text.Json.Nodes;
using RocketChat.Emulator.Dns;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Routes;

/// <summary>DNS as the server sees it: the emulator's own zone, or the answers of the name server that it is told to ask.</summary>
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

    private static Reply ResolveSrv(EndpointCall call)
    {
        var found = call.Workspace.Resolver.Find(Name(call), RecordType.Srv);
        return found.Srv is (var priority, var weight, var port, var target)
            ? Resolved(new JsonObject { ["target"] = target, ["priority"] = priority, ["weight"] = weight, ["port"] = port })
            : Absent(found, "querySrv", Name(call));
    }

    private static Reply ResolveTxt(EndpointCall call)
    {
        var found = call.Workspace.Resolver.Find(Name(call), RecordType.Txt);
        return found.Txt is { } text ? Resolved(text) : Absent(found, "queryTxt", Name(call));
    }

    private static Reply Resolved(JsonNode found) => Reply.Success(new JsonObject { ["resolved"] = found });

    // The error of Node.js reaches the client as it is.
    private static Reply Absent(DnsLookupResult found, string operation, string name)
    {
        var code = found.Failure ?? (found.NameExists ? "ENODATA" : "ENOTFOUND");
        return Reply.Failure($"{operation} {code} {name}");
    }

    private static string Name(EndpointCall call) =>
        EndpointCall.Text(call.Query, "url")?.ToLowerInvariant()
            ?? throw new ApiException("error-missing-param", "The required \"url\" param is missing.");
}
