using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;

namespace RocketChat.Emulator.Http;

/// <summary>The order that a call asks for by <c>sort</c>: JSON with 1 or -1 for each key.</summary>
internal static class Sorting
{
    /// <returns>The items in the order that the call asks for, or as they are.</returns>
    /// <exception cref="ApiException">The parameter is not JSON.</exception>
    public static IReadOnlyCollection<T> Of<T>(EndpointCall call, IReadOnlyCollection<T> items, Func<T, JsonObject> view)
    {
        if (call.Text("sort") is not { } text)
        {
            return items;
        }

        if (!JsonText.TryParse(text, out var sort) || sort is not JsonObject keys)
        {
            throw new ApiException(
                "error-invalid-sort",
                $"Invalid sort parameter provided: \"{text}\"",
                new JsonObject { ["helperMethod"] = "parseJsonQuery" });
        }

        var sorted = items.Select(item => (Item: item, View: view(item))).ToList();
        var order = sorted.OrderBy(_ => 0);
        foreach (var (key, direction) in keys)
        {
            order = direction?.ToString() == "-1"
                ? order.ThenByDescending(entry => entry.View[key], ByValue)
                : order.ThenBy(entry => entry.View[key], ByValue);
        }

        return [.. order.Select(entry => entry.Item)];
    }

    // As the database compares: missing values first, then numbers, then text, then everything else.
    private static Comparer<JsonNode?> ByValue { get; } = Comparer<JsonNode?>.Create((left, right) =>
        (Rank(left), Rank(right)) is (1, 1) ? left!.GetValue<double>().CompareTo(right!.GetValue<double>())
        : (Rank(left), Rank(right)) is (2, 2) ? string.CompareOrdinal(left!.ToString(), right!.ToString())
        : Rank(left).CompareTo(Rank(right)));

    private static int Rank(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => 0,
        JsonValueKind.Number => 1,
        JsonValueKind.String => 2,
        JsonValueKind.True => 4,
        _ => 3,
    };
}
