using System.Collections.Immutable;
using System.Text.Json;
using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Settings;

/// <summary>
/// The destroy of an object: its managed settings get the values that <c>on_destroy</c> asks for, except those that another object of
/// the run manages.
/// </summary>
/// <param name="table">The attributes that stand for settings.</param>
/// <param name="state">The object's private state.</param>
/// <param name="live">The settings on the server.</param>
/// <param name="mode">The value of <c>on_destroy</c>.</param>
/// <param name="isKept">Whether another object of the run manages the setting.</param>
internal sealed class SettingsUndo(
    ImmutableArray<SettingAttribute> table,
    SettingsPrivateState state,
    IReadOnlyDictionary<string, Setting> live,
    string mode,
    Func<string, bool> isKept)
{
    /// <summary>Reports in the plan of a destroy which settings get which values, and which of them are not known.</summary>
    public void Review(DiagnosticList diagnostics)
    {
        var undone =
            (from setting in mode == OnDestroy.Keep ? [] : table.Where(state.Manages)
             let id = setting.IdAmong(live)
             where id is not null && !isKept(id)
             select (Setting: setting, Live: live[id], Value: ValueOf(setting, id))).ToList();
        SettingsDiagnostics.AddUndone(
            undone.Where(u => u.Value is { } value && !(!u.Live.IsMasked && JsonElement.DeepEquals(u.Live.Value, value)))
                .Select(u => (u.Setting, u.Live, u.Value!.Value)),
            mode,
            diagnostics);
        SettingsDiagnostics.AddLost(mode, [.. undone.Where(u => u.Value is null).Select(u => u.Live.Id)], diagnostics);
    }

    /// <param name="api">The server's settings.</param>
    /// <param name="diagnostics">Receives a warning of the settings that are left to another object.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="DiagnosticException">Some of these values are not known; all others are written.</exception>
    public async Task WriteAsync(SettingsApi api, DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        List<SettingChange> changes = [];
        List<string> kept = [];
        List<string> lost = [];
        foreach (var setting in table.Where(state.Manages))
        {
            if (setting.IdAmong(live) is not { } id)
            {
                continue;
            }

            if (isKept(id))
            {
                kept.Add(id);
            }
            else if (ValueOf(setting, id) is { } value)
            {
                changes.Add(new(id, value));
            }
            else
            {
                lost.Add(id);
            }
        }

        if (kept.Count > 0)
        {
            diagnostics.Add(SettingsDiagnostics.Kept(kept, mode));
        }

        if (changes.Count > 0)
        {
            // A delete that fails here is repeated by a run that no longer knows the other object.
            state.Manage([.. changes.Select(c => c.Id), .. lost]);
            state.IsDeleting = true;
            await api.ChangeAsync(changes, cancellationToken);
        }

        if (lost.Count > 0)
        {
            throw new DiagnosticException(SettingsDiagnostics.ValueNotKnown(mode, lost));
        }
    }

    private JsonElement? ValueOf(SettingAttribute setting, string id) =>
        mode == OnDestroy.Reset ? live[id].PackageValue ?? setting.DefaultValue : state.Before(id);
}
