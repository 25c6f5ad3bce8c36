using System.Text.Json;

namespace RocketChat.Client.Settings;

/// <summary>A value for a setting.</summary>
/// <param name="Id">The setting.</param>
/// <param name="Value">The value, with the JSON type that is the setting's own.</param>
public sealed record SettingChange(string Id, JsonElement Value)
{
    /// <summary>The id; never the value, which may be a password.</summary>
    public override string ToString() => Id;
}
