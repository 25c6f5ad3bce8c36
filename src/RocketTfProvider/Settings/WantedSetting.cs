using System.Text.Json;
using RocketChat.Client;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>A setting that the configuration has a known value for.</summary>
/// <param name="Attribute">Its row of the table.</param>
/// <param name="Live">The setting on the server, before anything is written.</param>
/// <param name="Value">The value, plain or write-only.</param>
/// <param name="Json">The value as the server stores it.</param>
internal sealed record WantedSetting(SettingAttribute Attribute, Setting Live, TfValue Value, JsonElement Json)
{
    public string Id => Live.Id;

    /// <summary>The text of a secret, as the server stores it.</summary>
    public string Secret => Attribute.Normalize(Value).String;

    /// <summary>Whether the server shows a value that means the same.</summary>
    public bool IsLive => !Live.IsMasked && Attribute.Means(Value, Live.Value);

    /// <summary>Whether the server shows a value that means something else.</summary>
    public bool IsChange => !Live.IsMasked && !IsLive;
}
