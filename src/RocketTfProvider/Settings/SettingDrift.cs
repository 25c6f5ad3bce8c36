using System.Text.Json;
using RocketChat.Client;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>What somebody else changed since the last apply, told as one warning.</summary>
/// <param name="knowsBefore">
/// Whether the values from before the first apply are kept: one that comes back is the mark of an override in the server's environment.
/// Where they are not, any change could be one.
/// </param>
internal sealed class SettingDrift(bool knowsBefore)
{
    private const int LongestShown = 80;

    private readonly List<string> _lines = [];
    private readonly List<string> _maybeForced = [];

    /// <param name="id">The setting.</param>
    /// <param name="was">What was stored; null for a secret.</param>
    /// <param name="now">What the server has; null for a secret.</param>
    /// <param name="before">The value from before the resource managed it, if it is kept.</param>
    public void Add(string id, JsonElement? was, JsonElement? now, JsonElement? before)
    {
        _lines.Add(was is { } old && now is { } present
            ? $"`{id}` was {Shown(old)}, is {Shown(present)}"
            : $"`{id}` has another value than the one that was sent (it is a secret)");
        if (now is { } value && (!knowsBefore || (before is { } first && JsonElement.DeepEquals(value, first))))
        {
            _maybeForced.Add(id);
        }
    }

    /// <summary>Notes a setting that has another value than the one that is stored, if one is.</summary>
    /// <param name="live">What the server has.</param>
    /// <param name="kind">The setting's type.</param>
    /// <param name="stored">What was stored.</param>
    /// <param name="before">The value from before the resource managed it, if it is kept.</param>
    public void Compare(Setting live, SettingKind kind, TfValue stored, JsonElement? before)
    {
        if (stored.IsPresent && !stored.Equals(SettingJson.Read(live.Value, kind)))
        {
            Add(live.Id, SettingJson.Of(stored), live.Value, before);
        }
    }

    public void Tell(DiagnosticList diagnostics)
    {
        if (_lines.Count == 0)
        {
            return;
        }

        var subject = knowsBefore
            ? $"{string.Join(", ", _maybeForced.Select(id => $"`{id}`"))}: that is the value from before the first apply. If it"
            : "If this";
        var forced = _maybeForced.Count == 0
            ? ""
            : $" {subject} comes back with each start of the server, the server forces it by an environment variable "
                + $"({string.Join(", ", _maybeForced.Select(id => $"OVERWRITE_SETTING_{id}"))}): change it there, or leave the attribute out.";
        diagnostics.AddWarning("Changed outside of this configuration", $"{string.Join("; ", _lines)}.{forced}");
    }

    private static string Shown(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? "hidden"
        : value.GetRawText() is { Length: > LongestShown } text ? text[..LongestShown] + "…"
        : value.GetRawText();
}
