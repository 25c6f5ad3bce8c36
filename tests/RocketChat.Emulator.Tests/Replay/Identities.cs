using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Tests.Replay;

/// <summary>The recorded counterpart of each id and token of the emulator, learned from answers that correspond.</summary>
internal sealed class Identities
{
    private static readonly string[] Keys = ["_id", "userId", "authToken", "token"];

    private readonly Dictionary<string, string> _actual = new(StringComparer.Ordinal);

    public bool Knows(string recorded) => _actual.ContainsKey(recorded);

    public string Translate(string text) => _actual.Aggregate(text, (translated, pair) =>
        translated.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

    public void Learn(JsonNode? recorded, JsonNode? actual)
    {
        if (recorded is not JsonObject recordedObject || actual is not JsonObject actualObject)
        {
            return;
        }

        foreach (var (key, value) in recordedObject)
        {
            if (Keys.Contains(key) && value is JsonValue && actualObject[key] is JsonValue other)
            {
                Remember(value.ToString(), other.ToString());
            }

            Learn(value, actualObject[key]);
        }
    }

    public void Remember(string recorded, string actual)
    {
        // Short texts would be found inside other words.
        if (recorded.Length >= 15)
        {
            _actual.TryAdd(recorded, actual);
        }
    }
}
