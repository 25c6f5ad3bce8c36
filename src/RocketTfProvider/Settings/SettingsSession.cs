using System.Collections.Immutable;
using System.Text.Json;
using RocketChat.Client;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>
/// The settings of one object during one call: the table of its attributes, the live values, and the private state. The session plans,
/// refreshes, applies and undoes them in one way for every resource that is made of settings. Managed is what the configuration names;
/// secrets enter the state only from the configuration or by import.
/// </summary>
/// <param name="owner">The object.</param>
/// <param name="call">The call of the CLI.</param>
/// <param name="table">The attributes that stand for settings.</param>
/// <param name="live">The settings on the server; those that it lacks or hides are missing. Null while the server is not to be
/// asked.</param>
internal sealed class SettingsSession(
    SettingsObject owner, CallContext call, ImmutableArray<SettingAttribute> table, IReadOnlyDictionary<string, Setting>? live)
{
    private readonly SettingsPrivateState _private = new(call.Private);
    private readonly IReadOnlyDictionary<string, Setting> _live = live ?? ImmutableDictionary<string, Setting>.Empty;

    /// <summary>
    /// The plan, with what it leaves open about settings that the configuration does not name. Reports what the configuration and the run
    /// say of it.
    /// </summary>
    public SettingsModel Plan(SettingsPlan plan)
    {
        var planned = plan.Planned;
        foreach (var setting in table.Where(s => plan.Config.At(s.Path).IsNull))
        {
            planned = planned.With(setting.Path, Unnamed(setting, plan));
        }

        // Of a nested object that the configuration leaves out, the plan keeps what is stored; a version without its secret goes all the
        // same.
        foreach (var setting in table.Where(s => s.IsSecret && plan.Config.At(s.VersionPath).IsNull))
        {
            planned = planned.With(setting.VersionPath, TfValue.Null);
        }

        if (plan.Prior is not null)
        {
            SettingsDiagnostics.AddReleased(
                [.. table.Where(s => _private.Manages(s) && !s.IsNamedIn(plan.Config))], call.Diagnostics);
        }

        var complete = plan with { Planned = planned };
        ValidateChanges(complete);
        owner.Meet(complete, call, table);
        return planned;
    }

    /// <summary>Reports what the apply of a plan will meet on the server, as far as the server is to be asked.</summary>
    public async Task ReviewAsync(SettingsPlan plan, CancellationToken cancellationToken)
    {
        if (live is null)
        {
            return;
        }

        if (plan.Prior is null)
        {
            SettingsDiagnostics.AddOverwritten(
                Changing(plan.Config).Where(w => w.Attribute.ReportsOverwritten), call.Diagnostics);
        }

        ReviewSecretsAndDestroy(plan);
        await new SettingsReview(owner.Workspace, this, plan, call.Diagnostics).RunAsync(cancellationToken);
    }

    /// <summary>The settings that the configuration has a known value for, which differs from the server's.</summary>
    public IEnumerable<WantedSetting> Changing(SettingsModel config) =>
        Wanted(config).Where(w => w.IsChange);

    /// <summary>The settings that the configuration has a known value for, and the server has.</summary>
    public IEnumerable<WantedSetting> Wanted(SettingsModel config) =>
        from setting in table
        let value = setting.ValueIn(config)
        let id = setting.IdAmong(_live)
        where value.IsPresent && value.IsWhollyKnown && id is not null
        let json = setting.ToJson(value)
        where json is not null
        select new WantedSetting(setting, _live[id], value, json.Value);

    /// <summary>The settings that the configuration names, and the server lacks.</summary>
    public IEnumerable<SettingAttribute> Absent(SettingsModel config) =>
        table.Where(s => s.ValueIn(config).IsPresent && s.IdAmong(_live) is null);

    /// <summary>The value on the server; null where it lacks or hides the setting, or has a value of another type.</summary>
    public TfValue LiveValue(string path) =>
        table.Single(s => s.Path == path) is var setting && setting.IdAmong(_live) is { } id && !_live[id].IsMasked
            ? setting.Read(_live[id], TfValue.Null)
            : TfValue.Null;

    /// <summary>
    /// The state with the server's values. The next plan of the run reports what was changed outside of the configuration.
    /// </summary>
    /// <param name="stored">The state.</param>
    public SettingsModel Refresh(SettingsModel stored)
    {
        var drift = owner.Remember(call);
        foreach (var setting in table)
        {
            if (setting.IdAmong(_live) is not { } id)
            {
                stored = stored.With(setting.Path, TfValue.Null);
            }
            else if (!_live[id].IsMasked)
            {
                stored = Refresh(stored, setting, _live[id], drift);
            }
        }

        _private.IsImported = false;
        return stored;
    }

    /// <summary>
    /// Applies a plan: keeps the values from before, takes over management, has the settings written, and then keeps them from a destroy of
    /// the same run.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="write">Writes the settings, and makes the object.</param>
    /// <exception cref="DiagnosticException">
    /// The configuration newly wants a setting that this server lacks. One that was managed before and is gone is left out.
    /// </exception>
    public async Task<TModel> ApplyAsync<TModel>(SettingsPlan plan, Func<SettingsApply, Task<TModel>> write)
    {
        var apply = Begin(plan);
        var result = await write(apply);
        owner.Keep(apply.Wanted.Select(w => w.Id));
        return result;
    }

    /// <summary>Whether the last apply had a value for the setting.</summary>
    public bool Manages(SettingAttribute setting) => _private.Manages(setting);

    /// <summary>The destroy of the object, of which nothing is written yet.</summary>
    /// <param name="mode">The value of <c>on_destroy</c>.</param>
    public SettingsUndo Undo(string mode) => new(table, _private, _live, mode, owner.IsKept);

    private void ValidateChanges(SettingsPlan plan)
    {
        foreach (var setting in table.Where(s => s.ValueIn(plan.Config).IsPresent && plan.Changes(s)))
        {
            var place = SettingAttribute.PlaceOf(plan.Config.At(setting.Path).IsPresent ? setting.Path : setting.WriteOnlyPath);
            foreach (var validator in setting.ChangeValidators)
            {
                validator(setting.ValueIn(plan.Config), place, call.Diagnostics);
            }
        }
    }

    private void ReviewSecretsAndDestroy(SettingsPlan plan)
    {
        foreach (var setting in table.Where(s => s.IsSecret && HasForgottenVersion(s, plan)))
        {
            call.Diagnostics.Add(SettingsDiagnostics.VersionForgotten(setting));
        }

        if (plan.Restores)
        {
            SettingsDiagnostics.AddUnrestorable(
                [.. table.Where(s => s.IsNamedIn(plan.Config) && IsUnrestorable(s, plan))], call.Diagnostics);
            if (plan.Prior is null)
            {
                // An apply that was killed has left no state, only the values that it had written by then.
                SettingsDiagnostics.AddUnknownBefore(
                    [.. Wanted(plan.Config).Where(w => w.IsLive && _private.Before(w.Id) is null).Select(w => w.Id)], call.Diagnostics);
            }
        }
    }

    private SettingsApply Begin(SettingsPlan plan)
    {
        if (plan.Prior is null)
        {
            // On replacement, core passes the predecessor's private state; a new object starts empty.
            _private.Manage([]);
        }

        ILookup<bool, SettingAttribute> absent = Absent(plan.Config).ToLookup(_private.Manages);
        if (absent[false].FirstOrDefault() is { } asked)
        {
            throw new DiagnosticException(asked.Absent);
        }

        ImmutableArray<WantedSetting> wanted = [.. Wanted(plan.Config)];
        foreach (var (setting, live, _, _) in wanted.Where(w => !_private.Manages(w.Attribute) && !w.Live.IsMasked))
        {
            if (plan.Restores || !setting.IsSecret || SettingJson.Read(live.Value, SettingKind.String).Equals(TfValue.Of("")))
            {
                _private.KeepBefore(live.Id, live.Value);
            }
        }

        _private.Manage([.. wanted.Select(w => w.Id), .. absent[true].SelectMany(s => s.Ids).Where(_private.IsManaged)]);
        _private.IsDeleting = false;
        var apply = new SettingsApply(plan, wanted, Complete(plan.Planned), _private);
        apply.RecordPresent();
        return apply;
    }

    private TfValue Unnamed(SettingAttribute setting, SettingsPlan plan)
    {
        var (planned, prior) = (plan.Planned.At(setting.Path), plan.Prior?.At(setting.Path));
        if (!setting.IsShownUnmanaged)
        {
            return planned;
        }

        if (setting.IsSecret)
        {
            return prior is null || _private.Manages(setting) || !plan.Config.At(setting.WriteOnlyPath).IsNull ? TfValue.Null : prior;
        }

        // A setting that is no longer managed needs an apply that records this, or else a destroy would still touch it.
        return prior is not null && _private.Manages(setting) ? TfValue.Unknown
            : planned.IsUnknown ? prior ?? TfValue.Unknown
            : planned;
    }

    private bool HasForgottenVersion(SettingAttribute setting, SettingsPlan plan) =>
        plan.Config.At(setting.WriteOnlyPath) is { IsPresent: true } value
        && setting.IdAmong(_live) is { } id
        && _private.HasSent(id)
        && !_private.IsLastSent(id, setting.Normalize(value).String)
        && plan.KeepsVersion(setting);

    private bool IsUnrestorable(SettingAttribute setting, SettingsPlan plan) =>
        setting.IdAmong(_live) is { } id
        && _private.Before(id) is null
        && ((plan.Prior is not null && _private.Manages(setting)) || _live[id].IsMasked);

    private SettingsModel Refresh(SettingsModel stored, SettingAttribute setting, Setting live, SettingDrift drift)
    {
        var isImported = _private.IsImported;
        if (isImported)
        {
            _private.KeepBefore(live.Id, live.Value);
        }

        var value = stored.At(setting.Path);
        if (setting.IsSecret && !isImported && !value.IsPresent)
        {
            return RefreshWriteOnly(stored, setting, live, drift);
        }

        if (value.IsPresent && _private.Manages(setting) && !setting.Means(value, live.Value))
        {
            drift.Add(setting, live, value, _private.Before(live.Id));
        }

        return stored.With(setting.Path, setting.Read(live, value));
    }

    // Only the hash of a write-only value is stored; without its version, the plan has the value sent again.
    private SettingsModel RefreshWriteOnly(SettingsModel stored, SettingAttribute setting, Setting live, SettingDrift drift)
    {
        var now = SettingJson.Read(live.Value, SettingKind.String);
        if (!stored.At(setting.VersionPath).IsPresent || !_private.HasSent(live.Id)
            || (now.IsPresent && _private.IsLastSent(live.Id, now.String)))
        {
            return stored;
        }

        drift.Add(setting, live, TfValue.Null, null);
        return stored.With(setting.VersionPath, TfValue.Null);
    }

    private SettingsModel Complete(SettingsModel planned)
    {
        foreach (var setting in table.Where(s => planned.At(s.Path).IsUnknown))
        {
            planned = planned.With(setting.Path, setting.IsSecret ? TfValue.Null : LiveValue(setting.Path));
        }

        return planned;
    }
}
