using System.Collections.Immutable;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Settings;

/// <summary>An object that is made of settings: its sessions, its destroy, and its part in the run.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="typeName">The type of the resource.</param>
/// <param name="key">The key of the object, where a workspace can have several of this type.</param>
internal sealed class SettingsObject(Workspace workspace, string typeName, string? key = null)
{
    private readonly string _key = $"{typeName}/{key}";

    public Workspace Workspace => workspace;

    private SettingsRun Run => workspace.Run.Of<SettingsRun>();

    /// <param name="call">The call of the CLI, with the private state of the object.</param>
    /// <param name="table">The attributes that stand for settings.</param>
    /// <param name="live">The settings on the server; those that it lacks or hides are missing. Null while the server is not to be
    /// asked.</param>
    public SettingsSession Open(
        CallContext call, ImmutableArray<SettingAttribute> table, IReadOnlyDictionary<string, Setting>? live) =>
        new(this, call, table, live);

    /// <summary>Reports to the run what a plan is about, and reports in the plan what the run knows of its object.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="call">The call of the CLI.</param>
    /// <param name="table">The attributes that stand for settings.</param>
    public void Meet(SettingsPlan plan, CallContext call, ImmutableArray<SettingAttribute> table)
    {
        if (!workspace.IsKnown)
        {
            return;
        }

        if (plan.Prior is null)
        {
            Run.Recall(_key, call.Private);
        }

        ReportDrift(plan, call);
        Claim(call, [.. table.Where(s => s.IsNamedIn(plan.Config)).SelectMany(s => s.Ids.Select(id => (s.Path, id)))]);
    }

    /// <summary>Reports the drift that the read of this run has noted.</summary>
    public void ReportDrift(SettingsPlan plan, CallContext call) => Run.ReportDrift(_key, plan, call.Diagnostics);

    /// <summary>Claims settings for the object, and warns of each that another object manages too.</summary>
    public void Claim(CallContext call, IEnumerable<(string Path, string SettingId)> settings) =>
        workspace.Run.Of<SettingClaims>().Warn(typeName, call, settings);

    /// <summary>Remembers an object that is read.</summary>
    /// <returns>Receives its drift, for the plan.</returns>
    public SettingDrift Remember(CallContext call)
    {
        Run.Remember(_key, call.Private);
        return Run.NoteDrift(_key);
    }

    /// <summary>Keeps settings from a destroy of the same run.</summary>
    public void Keep(IEnumerable<string> settingIds) => Run.Keep(typeName, settingIds);

    /// <summary>Whether an object of this run manages the setting.</summary>
    public bool IsKept(string settingId) => Run.IsKept(settingId);

    /// <summary>Reports which settings the destroy gives which values.</summary>
    /// <param name="prior">The object.</param>
    /// <param name="call">The call of the CLI.</param>
    /// <param name="open">Reads the object's settings; null if the destroy leaves them.</param>
    public async Task PlanDestroyAsync(SettingsModel prior, CallContext call, Func<Task<SettingsSession?>> open)
    {
        if (!workspace.IsKnown)
        {
            return;
        }

        Run.PlanDelete(call.Private);
        var mode = OnDestroy.Of(prior);
        if (mode != OnDestroy.Keep && workspace.ChecksPlans && await open() is { } session)
        {
            session.Undo(mode).Review(call.Diagnostics);
        }
    }

    /// <summary>Gives the settings the values that <c>on_destroy</c> asks for.</summary>
    /// <param name="prior">The object.</param>
    /// <param name="call">The call of the CLI.</param>
    /// <param name="open">Reads the object's settings; null if the destroy leaves them.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Whether the settings were to get other values.</returns>
    /// <exception cref="DiagnosticException">Some of these values are not known; all others are written.</exception>
    public async Task<bool> DestroyAsync(
        SettingsModel prior, CallContext call, Func<Task<SettingsSession?>> open, CancellationToken cancellationToken)
    {
        var mode = OnDestroy.Of(prior);
        if (mode == OnDestroy.Keep)
        {
            return false;
        }

        if (Run.IsLeftOver(typeName, call.Private) && new SettingsPrivateState(call.Private).ManagedIds is var ids
            && (ids.Count == 0 || !ids.All(IsKept)))
        {
            call.Diagnostics.Add(SettingsDiagnostics.LeftOver(ids.Count == 0 && key is not null ? [key] : ids));
            return false;
        }

        if (await open() is not { } session)
        {
            return false;
        }

        await session.Undo(mode).WriteAsync(workspace.Client.Settings, call.Diagnostics, cancellationToken);
        return true;
    }
}
