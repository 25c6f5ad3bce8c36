using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Http;

/// <summary>The keys of the objects in a list that an endpoint takes.</summary>
/// <param name="Key">The key that holds the list.</param>
/// <param name="Item">The keys of each object.</param>
internal sealed record ItemSchema(string Key, RequestSchema Item)
{
    /// <summary>The mistake, as the server's validator phrases it; null when there is none.</summary>
    public string? Complaint(JsonObject parameters)
    {
        if (parameters[Key] is not JsonArray items)
        {
            return "must be array";
        }

        return items.Count == 0
            ? "must NOT have fewer than 1 items"
            : items.Select(ComplaintAbout).FirstOrDefault(complaint => complaint is not null);
    }

    private string? ComplaintAbout(JsonNode? item) => item is JsonObject given ? Item.Complaint(given, true) : "must be object";
}
