using System.Collections.Immutable;
using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Settings;

/// <summary>One destroy that gives settings other values.</summary>
internal sealed class SettingsUndo
{
    private readonly List<(SettingAttribute Setting, SettingChange Change)> _changes = [];
    private readonly List<string> _lost = [];

    /// <param name="mode"><see cref="OnDestroy.Reset"/> or <see cref="OnDestroy.Restore"/>.</param>
    /// <param name="settings">The settings that were managed.</param>
    /// <param name="live">What the server has.</param>
    /// <param name="memory">What there was before.</param>
    public SettingsUndo(string mode, IEnumerable<SettingAttribute> settings, IReadOnlyDictionary<string, Setting> live, SettingsMemory memory)
    {
        foreach (var setting in settings)
        {
            if (setting.IdAmong(live) is not { } id)
            {
                continue;
            }

            var value = mode == OnDestroy.Reset ? live[id].PackageValue ?? setting.DefaultValue : memory.Before(id);
            if (value is { } known)
            {
                _changes.Add((setting, new SettingChange(id, known)));
            }
            else
            {
                _lost.Add(id);
            }
        }
    }

    /// <exception cref="DiagnosticException">Some values from before are not known; all others are written.</exception>
    public async Task RunAsync(RocketChatClient client, CancellationToken cancellationToken)
    {
        foreach (var stage in _changes.GroupBy(c => c.Setting.Stage).OrderByDescending(g => g.Key))
        {
            await client.Settings.ChangeAsync([.. stage.Select(c => c.Change)], cancellationToken);
        }

        if (_lost.Count > 0)
        {
            throw new DiagnosticException(
                "Values from before are not known",
                $"The values that {string.Join(", ", _lost.Select(id => $"`{id}`"))} had before are not kept in the state, so they cannot be restored; the others "
                + "are. That of a secret is kept only if `on_destroy` was \"restore\" as the secret was first sent. Set the values by hand, then apply `on_destroy = \"keep\"` and destroy again.",
                AttributePath.To(OnDestroy.Name));
        }
    }
}
