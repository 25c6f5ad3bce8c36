using System.Collections.Immutable;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>
/// A resource that the workspace has once and that is made of settings. What the configuration names is managed; the rest is only
/// shown, but for secrets, which never come into the state unless somebody wrote or imported them.
/// </summary>
internal abstract class SettingsResource(Workspace workspace) : Resource<SettingsModel>
{
    /// <summary>The attribute that says whether the server has to be started anew; a schema may have it or not.</summary>
    protected const string RestartRequired = "restart_required";

    private const string Imported = "imported";

    protected Workspace Workspace => workspace;

    /// <summary>The table.</summary>
    protected abstract ImmutableArray<SettingAttribute> Settings { get; }

    /// <summary>The only id that it has, for the state and for imports.</summary>
    protected abstract string Id { get; }

    private bool HasRestartRequired => Schema.Attributes.Any(a => a.Name == RestartRequired);

    private IReadOnlyCollection<string> AllIds => [.. Settings.SelectMany(s => s.Ids)];

    /// <summary>Remarks on a plan; nothing is planned by what they see.</summary>
    protected virtual Task ReviewAsync(SettingsReview review, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether the configuration asks for <see cref="ReloadAsync"/>.</summary>
    protected virtual bool WantsReload(SettingsModel config) => false;

    /// <summary>Whether what another resource does in this run needs a restart.</summary>
    /// <param name="client">Stands for the run.</param>
    /// <param name="coming">What is planned, or applied.</param>
    /// <param name="isApplied">Whether it was done, or only planned.</param>
    protected virtual bool NeedsRestartFor(RocketChatClient client, SettingsModel coming, bool isApplied) => false;

    /// <summary>Makes the server take up what needs a restart, if there is a way.</summary>
    /// <returns>Whether that was done.</returns>
    protected virtual Task<bool> ReloadAsync(RocketChatClient client, CancellationToken cancellationToken) => Task.FromResult(false);

    protected override void Validate(SettingsModel config, DiagnosticList diagnostics)
    {
        foreach (var setting in Settings.Where(s => s.IsSecret))
        {
            var (twin, version) = (config.At(setting.WriteOnlyPath), config.At(setting.VersionPath));
            if (twin.IsPresent && config.At(setting.Path).IsPresent)
            {
                diagnostics.AddError("Conflicting attributes", $"Only one of `{setting.Path}` and `{setting.WriteOnlyPath}` can be set.", setting.Place);
            }

            if (twin.IsPresent && version.IsNull)
            {
                diagnostics.AddError(
                    "Missing attribute",
                    $"`{setting.VersionPath}` must be set together with `{setting.WriteOnlyPath}`: begin with 1, and raise it to have a new value sent.",
                    SettingAttribute.PlaceOf(setting.WriteOnlyPath));
            }
        }
    }

    protected override async Task PlanAsync(PlanContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        var memory = new SettingsMemory(context.Private);
        foreach (var setting in Settings.Where(s => context.Config.At(s.Path).IsNull))
        {
            context.Planned = context.Planned.With(setting.Path, Unnamed(setting, context, memory));
        }

        // Of an object that the configuration leaves out as a whole, the plan keeps what is stored; a version without its secret goes all the same.
        foreach (var setting in Settings.Where(s => s.IsSecret && context.Config.At(s.VersionPath).IsNull))
        {
            context.Planned = context.Planned.With(setting.VersionPath, TfValue.Null);
        }

        SettingsRemarks.TellLetGo(context, Settings, memory);
        if (!workspace.IsKnown)
        {
            return;
        }

        var client = workspace.Client;
        if (HasRestartRequired && NeedsRestartFor(client, context.Planned, isApplied: false))
        {
            context.Planned = context.Planned.With(RestartRequired, TfValue.Unknown);
        }

        workspace.Run.Of<SettingClaims>().Tell(
            TypeName, context, Settings.Where(s => s.IsNamedIn(context.Config)).SelectMany(s => s.Ids.Select(id => (s.Path, id))));
        if (workspace.PlanChecks != PlanChecks.Off)
        {
            var live = await client.Settings.ReadAsync(AllIds, cancellationToken);
            var review = new SettingsReview(context, client, live, Settings);
            SettingsRemarks.TellAbsent(review, workspace.PlanChecks);
            SettingsRemarks.TellOverwritten(review);
            SettingsRemarks.TellForgottenVersions(review, memory);
            SettingsRemarks.TellUnrestorable(review, memory);
            SettingsRemarks.TellIneffective(context.Config, Settings, live, context.Diagnostics);
            await ReviewAsync(review, cancellationToken);
        }
    }

    protected override Task<SettingsModel> CreateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken) =>
        ApplyAsync(context, cancellationToken);

    protected override Task<SettingsModel> UpdateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken) =>
        ApplyAsync(context, cancellationToken);

    protected override async Task<SettingsModel?> ReadAsync(SettingsModel state, CallContext context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown)
        {
            return state;
        }

        var memory = new SettingsMemory(context.Private);
        var isImport = context.Private.TryGet(Imported, out _);
        var live = await workspace.Client.Settings.ReadAsync(AllIds, cancellationToken);
        var drift = new SettingDrift(knowsBefore: true);
        var refresh = new SettingsRefresh(memory, drift, isImport);
        foreach (var setting in Settings)
        {
            if (setting.IdAmong(live) is not { } id)
            {
                state = state.With(setting.Path, TfValue.Null);
            }
            else if (!live[id].IsMasked)
            {
                state = refresh.Refresh(state, setting, live[id]);
            }
        }

        context.Private.Set(Imported, null);
        drift.Tell(context.Diagnostics);
        return state;
    }

    protected override async Task DeleteAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken)
    {
        var mode = prior.At(OnDestroy.Name) is { IsPresent: true } chosen ? chosen.String : OnDestroy.Keep;
        if (mode == OnDestroy.Keep)
        {
            return;
        }

        var memory = new SettingsMemory(context.Private);
        var client = workspace.Client;
        var live = await client.Settings.ReadAsync(AllIds, cancellationToken);
        await new SettingsUndo(mode, Settings.Where(memory.Manages), live, memory).RunAsync(client, cancellationToken);
    }

    protected override Task<SettingsModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        if (id != Id)
        {
            throw new DiagnosticException("Invalid import id", $"A workspace has one `{TypeName}`; its id is `{Id}`, not `{id}`.");
        }

        context.Private.Set(Imported, "true");
        return Task.FromResult(new SettingsModel(SettingsShape.Empty(Schema.Attributes)
            .With("id", TfValue.Of(Id))
            .With(OnDestroy.Name, TfValue.Of(OnDestroy.Keep))));
    }

    /// <summary>What is planned for a setting that the configuration does not name.</summary>
    private static TfValue Unnamed(SettingAttribute setting, PlanContext<SettingsModel> context, SettingsMemory memory)
    {
        var (planned, prior) = (context.Planned.At(setting.Path), context.Prior?.At(setting.Path));
        if (setting.IsSecret)
        {
            return prior is null || memory.Manages(setting) || !context.Config.At(setting.WriteOnlyPath).IsNull ? TfValue.Null : prior;
        }

        // What is let go needs an apply that notes it, or else a destroy would still touch it.
        return prior is not null && memory.Manages(setting) ? TfValue.Unknown
            : planned.IsUnknown ? prior ?? TfValue.Unknown
            : planned;
    }

    private async Task<SettingsModel> ApplyAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        var client = workspace.Client;
        var live = await client.Settings.ReadAsync(AllIds, cancellationToken);
        var apply = new SettingsApply(context, Settings, live);
        apply.Remember();
        var result = apply.Complete(new SettingsModel(SettingsShape.Expand(context.Planned.Value, Schema.Attributes)).With("id", TfValue.Of(Id)));
        var written = await apply.WriteAsync(client, cancellationToken);
        if (written.Count > 0 && apply.Wanted.Any(w => live[w.Id].Enterprise == true))
        {
            var now = await client.Settings.ReadAsync(AllIds, cancellationToken);
            SettingsRemarks.TellIneffective(context.Config, Settings, now, context.Diagnostics);
        }

        if (HasRestartRequired && result.At(RestartRequired).IsUnknown)
        {
            // What an earlier apply left to a restart is left to it still, unless this one wrote something.
            var isPending = written.Any(s => s.NeedsRestart) || NeedsRestartFor(client, result, isApplied: true)
                || (written.Count == 0 && context.Prior?.At(RestartRequired).Equals(TfValue.True) == true);
            var isDone = isPending && WantsReload(context.Config) && await ReloadAsync(client, cancellationToken);
            result = result.With(RestartRequired, TfValue.Of(isPending && !isDone));
        }

        return result;
    }
}
