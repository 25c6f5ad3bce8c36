using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Settings;

/// <summary>A setting with its present value.</summary>
internal sealed class Setting(SettingDefinition definition, DateTimeOffset updatedAt)
{
    public SettingDefinition Definition { get; } = definition;

    public JsonNode? Value { get; set; } = definition.Default?.DeepClone();

    public DateTimeOffset UpdatedAt { get; set; } = updatedAt;

    /// <summary>The value that counts: enterprise settings need a licence.</summary>
    public JsonNode? EffectiveValue(bool hasLicence) => hasLicence ? Value : Definition.ValueWithoutLicence ?? Value;
}
