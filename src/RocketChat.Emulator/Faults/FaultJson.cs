using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using RocketChat.Emulator.Json;

namespace RocketChat.Emulator.Faults;

/// <summary>Faults as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Fault))]
[JsonSerializable(typeof(IReadOnlyList<Fault>))]
internal sealed partial class FaultJson : JsonSerializerContext
{
    /// <exception cref="JsonException">The JSON is not a fault; the message has the mistake and its remedy.</exception>
    public static Fault Read(byte[] json)
    {
        using var document = Parse(json);
        return JsonShape.MistakesOf(document.RootElement, "the fault", typeof(Fault), Default) is { Length: > 0 } mistakes
            ? throw new JsonException(mistakes)
            : document.RootElement.Deserialize(Default.Fault)!;
    }

    private static JsonDocument Parse(byte[] json)
    {
        try
        {
            return JsonDocument.Parse(JsonInput.WellFormed(json));
        }
        catch (JsonException)
        {
            throw new JsonException("the body is not JSON; write a fault such as {\"kind\": \"status\", \"status\": 503, \"count\": 1}");
        }
    }

    public static JsonNode Write(IReadOnlyList<Fault> faults) => JsonSerializer.SerializeToNode(faults, Default.IReadOnlyListFault)!;
}
