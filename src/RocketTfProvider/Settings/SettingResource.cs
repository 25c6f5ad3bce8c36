using System.Collections.Immutable;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary><c>rocketchat_setting</c>: any setting, keyed by its id.</summary>
internal sealed class SettingResource(Workspace workspace) : Resource<SettingsModel>
{
    public override string TypeName => "rocketchat_setting";

    public override Schema Schema => SettingSchema.Instance;

    public override IReadOnlyList<string> Keys { get; } = ["setting_id"];

    protected override void Validate(SettingsModel config, DiagnosticList diagnostics)
    {
        if (config.At(SettingSchema.SettingId) is { IsPresent: true } id && UnwritableSettings.Reason(id.String) is { } reason)
        {
            diagnostics.AddError("Setting cannot be managed", $"`{id.String}` cannot be managed because {reason}.", SettingCheck.IdPlace);
        }

        if (SettingCheck.Impossible(config) is { } impossible)
        {
            diagnostics.Add(impossible);
        }
    }

    protected override async Task PlanAsync(PlanContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown || context.Config.At(SettingSchema.SettingId) is not { IsPresent: true } id)
        {
            return;
        }

        var client = workspace.Client;
        if (workspace.Run.Of<SettingClaims>().Claim(id.String, TypeName, context.Private) is { } other)
        {
            context.Diagnostics.AddWarning(
                "Setting managed twice",
                $"`{id.String}` is managed by {other} of this configuration too: each undoes what the other does. Keep one of them.",
                SettingCheck.IdPlace);
        }

        if (context.Prior is null)
        {
            workspace.Run.Of<SettingsRun>().Recall(KeyOf(id.String), context.Private);
        }

        if (workspace.PlanChecks == PlanChecks.Off)
        {
            return;
        }

        var live = await client.Settings.ReadAsync([id.String], cancellationToken);
        if (SettingCheck.Problem(id.String, live.GetValueOrDefault(id.String), context.Config) is { } problem)
        {
            workspace.Report(problem, context.Diagnostics, mayComeLater: false);
            return;
        }

        var session = new SettingsSession(TableOf(context.Config), context.Private, live);
        SettingsDiagnostics.AddIneffective(session.Wanted(context.Config), context.Diagnostics);
        session.Review(SettingsPlan.Of(context), context.Diagnostics);
    }

    protected override Task PlanDestroyAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken)
    {
        if (workspace.IsKnown)
        {
            workspace.Run.Of<SettingsRun>().PlanDelete(context.Private);
        }

        return Task.CompletedTask;
    }

    protected override Task<SettingsModel> CreateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        var writes = new SettingWrites(workspace.Client.Settings);
        return writes.CreateAsync(context, WithId(context), () => ApplyAsync(context, writes, cancellationToken));
    }

    protected override Task<SettingsModel> UpdateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken) =>
        ApplyAsync(context, new SettingWrites(workspace.Client.Settings), cancellationToken);

    protected override async Task<SettingsModel?> ReadAsync(SettingsModel state, CallContext context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown)
        {
            return state;
        }

        var id = state.At(SettingSchema.SettingId).String;
        workspace.Run.Of<SettingsRun>().Remember(KeyOf(id), context.Private);
        var live = await workspace.Client.Settings.ReadAsync([id], cancellationToken);
        if (live.ContainsKey(id))
        {
            return new SettingsSession(TableOf(state), context.Private, live).Refresh(state, context.Diagnostics);
        }

        if (new SettingsPrivateState(context.Private).IsImported)
        {
            throw new DiagnosticException(SettingCheck.Absent(id));
        }

        context.Diagnostics.AddWarning(
            "Setting is gone", $"The server no longer has the setting `{id}`, or hides it. The setting is removed from the state.");
        return null;
    }

    protected override async Task DeleteAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken)
    {
        var mode = OnDestroy.Of(prior);
        if (mode == OnDestroy.Keep)
        {
            return;
        }

        var run = workspace.Run.Of<SettingsRun>();
        var id = prior.At(SettingSchema.SettingId).String;
        if (run.IsLeftOver(TypeName, context.Private) && !run.IsKept(id))
        {
            context.Diagnostics.Add(SettingsDiagnostics.LeftOver(id));
            return;
        }

        var api = workspace.Client.Settings;
        var live = await api.ReadAsync([id], cancellationToken);
        await new SettingsSession(TableOf(prior), context.Private, live).UndoAsync(
            api, mode, run, context.Diagnostics, cancellationToken);
    }

    protected override Task<SettingsModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Contains('/', StringComparison.Ordinal) || id is "." or "..")
        {
            throw new DiagnosticException(
                "Invalid import id", $"A setting is imported by its id, such as `Message_MaxAllowedSize`; `{id}` is not a setting id.");
        }

        if (UnwritableSettings.Reason(id) is { } reason)
        {
            throw new DiagnosticException("Setting cannot be managed", $"`{id}` cannot be managed because {reason}.");
        }

        new SettingsPrivateState(context.Private).IsImported = true;
        return Task.FromResult(new SettingsModel(SettingsShape.Empty(Schema.Attributes))
            .With("id", TfValue.Of(id))
            .With(SettingSchema.SettingId, TfValue.Of(id))
            .With(OnDestroy.Name, TfValue.Of(OnDestroy.Keep)));
    }

    /// <summary>The one row: the attribute in which the object has its value.</summary>
    private static ImmutableArray<SettingAttribute> TableOf(SettingsModel model)
    {
        var id = model.At(SettingSchema.SettingId).String;
        var isSecret = !model.At(SettingSchema.Sensitive).IsNull || !model.At(SettingSchema.Version).IsNull;
        return isSecret
            ? [new(SettingSchema.Sensitive, SettingKind.String, "", id) { IsSecret = true }]
            : [new(SettingSchema.Value, SettingKind.Any, "", id)];
    }

    private string KeyOf(string settingId) => $"{TypeName}/{settingId}";

    private static SettingsModel WithId(ApplyContext<SettingsModel> context) =>
        context.Planned.With("id", context.Config.At(SettingSchema.SettingId));

    private async Task<SettingsModel> ApplyAsync(
        ApplyContext<SettingsModel> context, SettingWrites writes, CancellationToken cancellationToken)
    {
        var id = context.Config.At(SettingSchema.SettingId).String;
        var api = workspace.Client.Settings;
        var live = await api.ReadNowAsync([id], cancellationToken);
        var problem = SettingCheck.Problem(id, live.GetValueOrDefault(id), context.Config);
        if (problem is not null)
        {
            // Only the list reports the setting's own type, which a wrong present value hides.
            live = await api.ReadAsync([id], cancellationToken);
            problem = SettingCheck.Problem(id, live.GetValueOrDefault(id), context.Config);
        }

        if (problem is not null)
        {
            throw new DiagnosticException(problem);
        }

        // With `ignore_changes` on an imported secret, core has no value in the state to put into the configuration.
        if (SettingCheck.Wanted(context.Config) is not null)
        {
            await new SettingsSession(TableOf(context.Config), context.Private, live).Begin(SettingsPlan.Of(context))
                .WriteAsync(writes, null, cancellationToken);
        }

        workspace.Run.Of<SettingsRun>().Keep(TypeName, [id]);
        return WithId(context);
    }
}
