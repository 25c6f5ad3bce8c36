using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

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
    /// <exception cref="JsonException">Not a fault.</exception>
    public static Fault Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.Fault) ?? throw new JsonException("a fault is an object, not null");

    public static JsonNode Write(IReadOnlyList<Fault> faults) => JsonSerializer.SerializeToNode(faults, Default.IReadOnlyListFault)!;
}
