using System.Collections.Immutable;
using System.Text.Json;
using RocketChat.Client;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>One apply: what the configuration wants, beside what the server has.</summary>
internal sealed class SettingsApply
{
    private readonly ApplyContext<SettingsModel> _context;
    private readonly ImmutableArray<SettingAttribute> _settings;
    private readonly IReadOnlyDictionary<string, Setting> _live;
    private readonly SettingsMemory _memory;

    /// <exception cref="DiagnosticException">The configuration wants a setting that this server has not.</exception>
    public SettingsApply(ApplyContext<SettingsModel> context, ImmutableArray<SettingAttribute> settings, IReadOnlyDictionary<string, Setting> live)
    {
        (_context, _settings, _live) = (context, settings, live);
        _memory = new SettingsMemory(context.Private);
        Wanted = [.. WantedOf(context.Config, settings, live)];
    }

    public ImmutableArray<WantedSetting> Wanted { get; }

    private bool Restores => _context.Planned.At(OnDestroy.Name) is { IsPresent: true, String: OnDestroy.Restore };

    /// <summary>Keeps the values from before, and which settings are managed from now on.</summary>
    public void Remember()
    {
        if (_context.Prior is null)
        {
            // One that replaces another inherits what that one knew.
            _memory.Manage([]);
        }

        foreach (var (setting, id, _) in Wanted.Where(w => !_memory.Manages(w.Setting) && !_live[w.Id].IsMasked))
        {
            if (Restores || !setting.IsSecret || SettingJson.Read(_live[id].Value, SettingKind.String).Equals(TfValue.Of("")))
            {
                _memory.KeepBefore(id, _live[id].Value);
            }
        }

        _memory.Manage(Wanted.Select(w => w.Id));
    }

    /// <summary>The planned state, with what it left open as the server has it.</summary>
    public SettingsModel Complete(SettingsModel planned)
    {
        var result = planned;
        foreach (var setting in _settings.Where(s => result.At(s.Path).IsUnknown))
        {
            // A secret that nobody wrote down here is none of the state's business.
            var value = setting.IsSecret || setting.IdAmong(_live) is not { } id ? TfValue.Null : SettingJson.Read(_live[id].Value, setting.Kind);
            result = result.With(setting.Path, value);
        }

        if (_context.Prior is null && Restores)
        {
            // What has to be restored must not be lost with an apply that fails half-way.
            _context.SavePartial(result);
        }

        return result;
    }

    /// <summary>Writes what differs.</summary>
    /// <returns>What was written.</returns>
    public async Task<IReadOnlyList<SettingAttribute>> WriteAsync(RocketChatClient client, CancellationToken cancellationToken)
    {
        var written = new List<SettingAttribute>();
        foreach (var stage in Wanted.Where(MustSend).GroupBy(w => w.Setting.Stage).OrderBy(g => g.Key))
        {
            await client.Settings.ChangeAsync([.. stage.Select(w => new SettingChange(w.Id, SettingJson.Of(w.Value)))], cancellationToken);
            written.AddRange(stage.Select(w => w.Setting));
            foreach (var secret in stage.Where(w => w.Setting.IsSecret))
            {
                _memory.Sent(secret.Id, secret.Value.String);
            }
        }

        return written;
    }

    private static IEnumerable<WantedSetting> WantedOf(SettingsModel config, ImmutableArray<SettingAttribute> settings, IReadOnlyDictionary<string, Setting> live)
    {
        foreach (var setting in settings)
        {
            if (setting.ValueIn(config) is { IsPresent: true } value)
            {
                yield return new(setting, setting.IdAmong(live) ?? throw new DiagnosticException(setting.Absent), value);
            }
        }
    }

    private bool MustSend(WantedSetting wanted)
    {
        var (setting, id, value) = wanted;
        var live = _live[id];
        if (!setting.IsSecret)
        {
            return !JsonElement.DeepEquals(live.Value, SettingJson.Of(value));
        }

        // A write-only value whose version did not change was not planned to be sent.
        if (!_context.Config.At(setting.Path).IsPresent && _memory.HasSent(id)
            && _context.Prior?.At(setting.VersionPath).Equals(_context.Planned.At(setting.VersionPath)) == true)
        {
            return false;
        }

        var isThere = live.IsMasked ? _memory.IsLastSent(id, value.String) : SettingJson.Read(live.Value, SettingKind.String).Equals(value);
        if (isThere && !_memory.IsLastSent(id, value.String))
        {
            _memory.Sent(id, value.String);
        }

        return !isThere;
    }
}
