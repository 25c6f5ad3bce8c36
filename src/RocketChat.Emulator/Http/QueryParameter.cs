using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;

namespace RocketChat.Emulator.Http;

/// <summary>
/// The old parameters <c>query</c> and <c>fields</c>, which let callers speak to the database. 7.x and 8.x ignore them, 9.0 refuses them.
/// </summary>
internal static class QueryParameter
{
    private const string Query = "query";
    private const string Fields = "fields";

    /// <returns>Whether a document is wanted; null if all of them are.</returns>
    /// <exception cref="ApiException">The parameter is not JSON.</exception>
    public static Func<JsonObject, bool>? Matcher(EndpointCall call) =>
        ObjectIn(call, Query) is { } query ? DocumentQuery.Of(query) : null;

    /// <returns>The fields that the caller asks for: none if the parameter only names fields to leave out.</returns>
    /// <exception cref="ApiException">The parameter is not JSON.</exception>
    public static IReadOnlyCollection<string> Included(EndpointCall call) => FieldsWith(call, "1");

    /// <summary>
    /// A document with the fields that the caller asks for. The server never mixes both kinds: a field to keep leaves out all others.
    /// </summary>
    /// <exception cref="ApiException">The parameter is not JSON.</exception>
    public static JsonObject Project(EndpointCall call, JsonObject document)
    {
        var included = Included(call);
        var excluded = FieldsWith(call, "0");
        foreach (var (name, _) in document.ToArray())
        {
            if (included.Count > 0 ? name != "_id" && !included.Contains(name) : excluded.Contains(name))
            {
                document.Remove(name);
            }
        }

        return document;
    }

    public static Reply WithDeprecation(EndpointCall call, Reply reply) =>
        !call.Profile.QueryIsDeprecated ? reply
        : call.Text(Query) is not null ? Deprecated.Parameter(reply, call, Query)
        : call.Text(Fields) is not null ? Deprecated.Parameter(reply, call, Fields)
        : reply;

    private static string[] FieldsWith(EndpointCall call, string mark) =>
        ObjectIn(call, Fields) is { } fields ? [.. fields.Where(field => field.Value?.ToString() == mark).Select(field => field.Key)] : [];

    private static JsonObject? ObjectIn(EndpointCall call, string parameter)
    {
        if (!call.Profile.TakesQueryParameter || call.Text(parameter) is not { } text)
        {
            return null;
        }

        return JsonText.TryParse(text, out var parsed) && parsed is JsonObject value
            ? value
            : throw new ApiException(
                $"error-invalid-{parameter}",
                $"Invalid {parameter} parameter provided: \"{text}\"",
                new JsonObject { ["helperMethod"] = "parseJsonQuery" });
    }
}
