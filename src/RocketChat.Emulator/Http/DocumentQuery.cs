using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RocketChat.Emulator.Http;

/// <summary>The part of the database's query language that people used over the API: equality, and the operators below.</summary>
internal static class DocumentQuery
{
    private const string Options = "$options";

    /// <exception cref="BareFailureException">An operator is not known, or has no usable operand.</exception>
    public static Func<JsonObject, bool> Of(JsonObject query)
    {
        Func<JsonObject, bool>[] conditions = [.. query.Select(member => Condition(member.Key, member.Value))];
        return document => conditions.All(condition => condition(document));
    }

    private static Func<JsonObject, bool> Condition(string name, JsonNode? operand)
    {
        switch (name)
        {
            case "$and":
                var all = Alternatives(name, operand);
                return document => all.All(query => query(document));
            case "$or":
                var any = Alternatives(name, operand);
                return document => any.Any(query => query(document));
            case ['$', ..]:
                // The server drops all other operators that are outside a field.
                return _ => true;
            default:
                var matches = ValueCondition(operand);
                return document => matches(document[name]);
        }
    }

    private static Func<JsonObject, bool>[] Alternatives(string name, JsonNode? operand) =>
        [.. List(name, operand).Select(query => Of(query as JsonObject ?? throw new BareFailureException($"{name} needs objects")))];

    private static Func<JsonNode?, bool> ValueCondition(JsonNode? operand)
    {
        if (operand is not JsonObject { Count: > 0 } operators || !operators.All(member => member.Key.StartsWith('$')))
        {
            return value => IsEqual(value, operand);
        }

        Func<JsonNode?, bool>[] conditions =
        [
            .. operators.Where(member => member.Key != Options).Select(member => Operator(member.Key, member.Value, operators[Options])),
        ];
        return value => conditions.All(condition => condition(value));
    }

    private static Func<JsonNode?, bool> Operator(string name, JsonNode? operand, JsonNode? options)
    {
        switch (name)
        {
            case "$eq":
                return value => IsEqual(value, operand);
            case "$ne":
                return value => !IsEqual(value, operand);
            case "$in":
                var wanted = List(name, operand);
                return value => wanted.Any(one => IsEqual(value, one));
            case "$nin":
                var unwanted = List(name, operand);
                return value => !unwanted.Any(one => IsEqual(value, one));
            case "$exists":
                var isThere = operand?.ToString() is "true" or "1";
                return value => value is not null == isThere;
            case "$regex":
                var pattern = Pattern(operand?.ToString() ?? "", options?.ToString() ?? "");
                return value => value is JsonValue text && text.TryGetValue<string>(out var found) && pattern.IsMatch(found);
            default:
                throw new BareFailureException($"The emulator does not know the operator {name}");
        }
    }

    // The elements of a list match, too. A field that is missing equals null.
    private static bool IsEqual(JsonNode? value, JsonNode? wanted) =>
        JsonNode.DeepEquals(value, wanted) || (value is JsonArray list && list.Any(item => JsonNode.DeepEquals(item, wanted)));

    private static JsonArray List(string name, JsonNode? operand) =>
        operand as JsonArray ?? throw new BareFailureException($"{name} needs an array");

    private static Regex Pattern(string pattern, string options)
    {
        try
        {
            var ignoresCase = options.Contains('i', StringComparison.Ordinal);
            return new Regex(pattern, ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException notAPattern)
        {
            throw new BareFailureException(notAPattern.Message);
        }
    }
}
