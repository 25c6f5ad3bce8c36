using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;

namespace RocketChat.Emulator.Http;

/// <summary>The old <c>query</c> parameter, which let callers speak to the database.</summary>
internal static class QueryParameter
{
    /// <exception cref="ApiException">The parameter is not JSON.</exception>
    public static Func<string, bool> IdMatcher(EndpointCall call)
    {
        if (call.Text("query") is not { } text)
        {
            return _ => true;
        }

        if (!JsonText.TryParse(text, out var query) || query is not JsonObject conditions)
        {
            throw new ApiException(
                "error-invalid-query",
                $"Invalid query parameter provided: \"{text}\"",
                new JsonObject { ["helperMethod"] = "parseJsonQuery" });
        }

        return IdQuery.Of(conditions);
    }

    public static Reply WithDeprecation(EndpointCall call, Reply reply) =>
        call.Profile.QueryIsDeprecated && call.Text("query") is not null ? Deprecated.Parameter(reply, call, "query") : reply;
}
