using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Json;

/// <summary>JSON as JavaScript writes it: only what must be escaped is escaped.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Utf8(JsonNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            node.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static string Of(JsonNode node) => Encoding.UTF8.GetString(Utf8(node));

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonArray Array(IEnumerable<string> items) => Array(items.Select(item => (JsonNode?)JsonValue.Create(item)));

    /// <summary>A moment as the server writes it: ISO 8601, UTC, milliseconds.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The object that a parameter holds as JSON text; an empty one when it holds none.</summary>
    public static JsonObject ObjectIn(string? text) =>
        text is not null && TryParse(text, out var node) && node is JsonObject parsed ? parsed : [];

    public static bool TryParse(string json, out JsonNode? node) => TryParse(Encoding.UTF8.GetBytes(json), out node);

    public static bool TryParse(byte[] json, out JsonNode? node)
    {
        try
        {
            node = JsonNode.Parse(JsonInput.WellFormed(json));
            // Duplicate keys surface only when the object is first looked into, so look at once.
            _ = (node as JsonObject)?.Count;
            return true;
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException)
        {
            node = null;
            return false;
        }
    }
}
