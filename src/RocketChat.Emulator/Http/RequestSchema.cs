using System.Globalization;
using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Http;

/// <summary>
/// The keys that an endpoint takes. Servers that have schemas check what must be there; the newest also refuse what is not known.
/// </summary>
internal sealed record RequestSchema(params string[] Required)
{
    private const NumberStyles Number = NumberStyles.Float;
    private const string MatchOne = "must match exactly one schema in oneOf";
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly string[] NumberKeys = ["count", "offset"];
    private static readonly string[] PagingKeys = ["count", "offset", "sort", "query", "fields"];

    public IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>Keys of which at least one must be there.</summary>
    public IReadOnlyList<string> AnyOf { get; init; } = [];

    /// <summary>Whether those exclude each other.</summary>
    public bool OnlyOne { get; init; }

    /// <summary>Whether even the strictest server lets unknown keys pass.</summary>
    public bool Open { get; init; }

    public bool Paged { get; init; }

    /// <summary>Keys whose value must be true or false.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Keys whose value must not be an empty string.</summary>
    public IReadOnlyList<string> Filled { get; init; } = [];

    /// <summary>A key that holds a list of objects, not empty, and their keys.</summary>
    public ItemSchema? Items { get; init; }

    /// <summary>The key whose value, or each of whose values, must be one of <see cref="Choices"/>; null for none.</summary>
    public string? ChoiceKey { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The mistake, as the server's validator phrases it; null when there is none.</summary>
    public string? Complaint(JsonObject parameters, bool refuseUnknownKeys)
    {
        if (Required.FirstOrDefault(key => !parameters.ContainsKey(key)) is { } missing)
        {
            return $"must have required property '{missing}'";
        }

        if (AnyOf.Count > 0 && !AnyOf.Any(parameters.ContainsKey))
        {
            return string.Join(
                "\n ",
                AnyOf.Select(key => $"must have required property '{key}'").Append(OnlyOne ? MatchOne : "must match a schema in anyOf"));
        }

        if (OnlyOne && AnyOf.Count(parameters.ContainsKey) > 1)
        {
            return MatchOne;
        }

        if (refuseUnknownKeys && !Open && parameters.Any(parameter => !Knows(parameter.Key)))
        {
            return "must NOT have additional properties";
        }

        return refuseUnknownKeys ? WrongValue(parameters) : null;
    }

    private string? WrongValue(JsonObject parameters)
    {
        if (Paged && NumberKeys.Any(key => IsTextBut(parameters[key], text => double.TryParse(text, Number, Invariant, out _))))
        {
            return "must be number";
        }

        if (Items?.Complaint(parameters) is { } complaint)
        {
            return complaint;
        }

        if (Filled.Any(key => IsTextBut(parameters[key], text => text.Length > 0)))
        {
            return "must NOT have fewer than 1 characters";
        }

        if (Flags.Any(key => IsTextBut(parameters[key], text => text is "true" or "false")))
        {
            return "must be boolean";
        }

        JsonNode?[] chosen = ChoiceKey is null ? [] : parameters[ChoiceKey] is JsonArray many ? [.. many] : [parameters[ChoiceKey]];
        return chosen.Any(value => IsTextBut(value, Choices.Contains)) ? "must be equal to one of the allowed values" : null;
    }

    private static bool IsTextBut(JsonNode? value, Func<string, bool> fits) =>
        value is JsonValue given && given.TryGetValue<string>(out var text) && !fits(text);

    /// <summary>The mistake, as servers older than schemas phrase it; null when there is none.</summary>
    public string? MatchError(JsonObject parameters)
    {
        if (Required.FirstOrDefault(key => !parameters.ContainsKey(key)) is { } missing)
        {
            return $"Match error: Missing key '{missing}'";
        }

        var unknown = Open ? null : parameters.Select(parameter => parameter.Key).FirstOrDefault(key => !Knows(key));
        return unknown is null ? null : $"Match error: Unknown key in field {unknown}";
    }

    private bool Knows(string key) =>
        Required.Contains(key) || Optional.Contains(key) || AnyOf.Contains(key) || Flags.Contains(key) || ChoiceKey == key
        || (Paged && PagingKeys.Contains(key));
}
