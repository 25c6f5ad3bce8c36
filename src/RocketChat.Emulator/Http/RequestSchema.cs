using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Http;

/// <summary>
/// The keys that an endpoint takes. Servers that have schemas check what must be there; the newest also refuse what is not known.
/// </summary>
internal sealed record RequestSchema(params string[] Required)
{
    private const string MatchOne = "must match exactly one schema in oneOf";
    private static readonly string[] PagingKeys = ["count", "offset", "sort", "query", "fields"];

    public IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>Keys of which at least one must be there.</summary>
    public IReadOnlyList<string> AnyOf { get; init; } = [];

    /// <summary>Whether those exclude each other.</summary>
    public bool OnlyOne { get; init; }

    /// <summary>Whether even the strictest server lets unknown keys pass.</summary>
    public bool Open { get; init; }

    public bool Paged { get; init; }

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

        return refuseUnknownKeys && !Open && parameters.Any(parameter => !Knows(parameter.Key))
            ? "must NOT have additional properties"
            : null;
    }

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
        Required.Contains(key) || Optional.Contains(key) || AnyOf.Contains(key) || (Paged && PagingKeys.Contains(key));
}
