using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>The settings that were changed outside of the configuration since the last apply, reported as one warning.</summary>
internal sealed class SettingDrift
{
    private readonly List<string> _ids = [];
    private readonly List<string> _lines = [];
    private readonly List<string> _maybeForced = [];

    /// <param name="setting">The attribute.</param>
    /// <param name="live">The setting on the server.</param>
    /// <param name="stored">The stored value; not read for a secret.</param>
    /// <param name="before">
    /// The value from before the resource managed the setting. If it comes back, an override in the server's environment is likely; if it
    /// is not known, any change may be one.
    /// </param>
    public void Add(SettingAttribute setting, Setting live, TfValue stored, JsonElement? before)
    {
        _ids.Add(live.Id);
        if (setting.IsSecret || live.IsSecret)
        {
            _lines.Add($"`{live.Id}` has another value than the one that was sent (it is a secret)");
            return;
        }

        var (was, now) = (ShownValue.OfManaged(setting, setting.ToJson(stored) ?? default), ShownValue.OfManaged(setting, live.Value));
        _lines.Add(was is null || now is null
            ? $"`{live.Id}` has another value, which the difference of `{setting.Path}` shows"
            : $"`{live.Id}` was {was}, is {now}");
        if (setting.IsOftenForced || before is not { } first || JsonElement.DeepEquals(live.Value, first))
        {
            _maybeForced.Add(live.Id);
        }
    }

    public void AddTo(DiagnosticList diagnostics)
    {
        if (_lines.Count == 0)
        {
            return;
        }

        var forced = _maybeForced.Count == 0
            ? ""
            : $" If the value of {string.Join(", ", _maybeForced.Select(id => $"`{id}`"))} comes back with each start of the server, an "
                + "environment "
                + $"variable of the server forces it ({string.Join(", ", _maybeForced.Select(id => $"OVERWRITE_SETTING_{id}"))}): change "
                + "it there, or remove the attribute.";
        diagnostics.AddWarning(
            "Changed outside of this configuration".Naming(_ids),
            $"{string.Join("; ", _lines)}. Where the plan shows a change, the apply restores the configured value; to accept a value, "
            + $"write it in the configuration.{forced}");
    }
}
