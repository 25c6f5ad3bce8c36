using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Settings;

/// <summary>A setting with its value.</summary>
internal sealed class StoredSetting(SettingDefinition definition, DateTimeOffset updatedAt)
{
    public SettingDefinition Definition { get; } = definition;

    public JsonNode? Value { get; set; } = definition.Default?.DeepClone();

    /// <summary>The value that a start of the server took from its environment; null if none did.</summary>
    public JsonNode? EnvironmentValue { get; set; }

    public DateTimeOffset UpdatedAt { get; set; } = updatedAt;

    /// <summary>The value in effect: enterprise settings need a license.</summary>
    public JsonNode? EffectiveValue(bool hasLicense) => hasLicense || !Definition.IsEnterprise ? Value : Definition.ValueWithoutLicense;
}
