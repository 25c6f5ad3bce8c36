using System.Text.Json;
using System.Text.Json.Serialization;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Loading;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(WorkspaceSeed))]
internal sealed partial class SeedJson : JsonSerializerContext;
