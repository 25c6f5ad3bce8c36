using System.Collections.Concurrent;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Settings;

/// <summary>
/// A run of the CLI, for the objects that are made of settings. They meet here, since the CLI calls each of them on its own:
/// <list type="bullet">
/// <item>each apply keeps the settings that it manages: a delete of the same run leaves them alone;</item>
/// <item>each read remembers the private state, which a CLI withholds when it plans the replacement of a tainted object;</item>
/// <item>each read notes what was changed outside of the configuration, which the plan after it reports;</item>
/// <item>each planned delete carries the run that planned it. A CLI plans a delete in the run before the one that carries it out,
/// except that of an object that was replaced by another: the two are the same run.</item>
/// </list>
/// </summary>
internal sealed class SettingsRun
{
    private readonly string _id = Guid.NewGuid().ToString();
    private readonly ConcurrentDictionary<string, byte> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _appliedTypes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SettingsPrivateState> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SettingDrift> _drift = new(StringComparer.Ordinal);

    /// <summary>Keeps the settings that an object of this type manages from now on.</summary>
    public void Keep(string typeName, IEnumerable<string> settingIds)
    {
        _appliedTypes[typeName] = default;
        foreach (var id in settingIds)
        {
            _kept[id] = default;
        }
    }

    /// <summary>Whether an object of this run manages the setting.</summary>
    public bool IsKept(string settingId) => _kept.ContainsKey(settingId);

    /// <summary>Remembers the private state of an object that was read.</summary>
    /// <param name="key">The type of the object, and its key where a workspace can have several.</param>
    /// <param name="state">The private state.</param>
    public void Remember(string key, PrivateState state) => _read[key] = new SettingsPrivateState(state);

    /// <summary>Gives the plan of a new object the values from before that a tainted object has in the state.</summary>
    /// <param name="key">As for <see cref="Remember"/>.</param>
    /// <param name="state">The private state of the plan, which the delete of the tainted object will have.</param>
    public void Recall(string key, PrivateState state)
    {
        if (_read.TryGetValue(key, out var read))
        {
            new SettingsPrivateState(state).TakeOver(read);
        }
    }

    /// <summary>Begins to note the drift of an object, for its plan.</summary>
    /// <param name="key">As for <see cref="Remember"/>.</param>
    public SettingDrift NoteDrift(string key) => _drift[key] = new SettingDrift();

    /// <summary>Reports, in the first plan after a read, the drift that the read has noted.</summary>
    /// <param name="key">As for <see cref="Remember"/>.</param>
    /// <param name="plan">The plan, which may restore the values.</param>
    /// <param name="diagnostics">Receives the warning.</param>
    public void ReportDrift(string key, SettingsPlan plan, DiagnosticList diagnostics)
    {
        if (plan.Prior is not null && _drift.TryRemove(key, out var drift))
        {
            drift.AddTo(plan, diagnostics);
        }
    }

    /// <summary>Records in the private state that this run has planned the delete.</summary>
    public void PlanDelete(PrivateState state) => new SettingsPrivateState(state).DeletePlannedBy = _id;

    /// <summary>
    /// Whether the object was replaced by an earlier run, which ended before it deleted the object. The object that replaced it may manage
    /// the same settings, and no call shows whether it does.
    /// </summary>
    public bool IsLeftOver(string typeName, PrivateState state)
    {
        var settings = new SettingsPrivateState(state);
        return settings.DeletePlannedBy == _id && !settings.IsDeleting && !_appliedTypes.ContainsKey(typeName);
    }
}
