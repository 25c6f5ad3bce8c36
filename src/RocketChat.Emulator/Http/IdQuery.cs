using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RocketChat.Emulator.Http;

/// <summary>
/// The part of the database's query language that people used to find settings: equality, <c>$in</c> and <c>$regex</c> on the id.
/// </summary>
internal static class IdQuery
{
    public static Func<string, bool> Of(JsonObject query) => query["_id"] switch
    {
        JsonValue id => other => other == id.ToString(),
        JsonObject condition when condition["$in"] is JsonArray ids => Among(ids),
        JsonObject condition when condition["$regex"] is JsonValue pattern => Matching(pattern.ToString()),
        _ => _ => true,
    };

    private static Func<string, bool> Among(JsonArray ids)
    {
        var wanted = ids.Select(id => id?.ToString()).ToHashSet();
        return wanted.Contains;
    }

    /// <exception cref="BareFailureException">The pattern is none.</exception>
    private static Func<string, bool> Matching(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).IsMatch;
        }
        catch (ArgumentException notAPattern)
        {
            throw new BareFailureException(notAPattern.Message);
        }
    }
}
