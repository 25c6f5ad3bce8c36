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
    public const string Name = "rocketchat_setting";

    public override string TypeName => Name;

    public override Schema Schema => SettingSchema.Instance;

    public override IReadOnlyDictionary<long, StateUpgrader> StateUpgraders { get; } =
        new Dictionary<long, StateUpgrader> { [0] = SettingSchema.FromVersion0 };

    public override IReadOnlyList<string> Keys { get; } = ["setting_id"];

    public override ResourceIdentity Identity { get; } = new() { Attributes = [new(SettingSchema.SettingId, "Id of the setting.")] };

    protected override void Validate(SettingsModel config, DiagnosticList diagnostics)
    {
        if (config.At(SettingSchema.SettingId) is { IsPresent: true } id && UnwritableSettings.Reason(id.String) is { } reason)
        {
            diagnostics.AddError(
                "Setting cannot be managed",
                $"`{id.String}` cannot be managed because {reason}. Remove the resource.",
                SettingCheck.IdPlace);
        }

        if (SettingCheck.Impossible(config) is { } impossible)
        {
            diagnostics.Add(impossible);
        }
    }

    protected override async Task PlanAsync(PlanContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        PlanValues(context);
        context.Planned = context.Planned.With("id", context.Config.At(SettingSchema.SettingId));
        if (!workspace.IsKnown || context.Config.At(SettingSchema.SettingId) is not { IsPresent: true } id)
        {
            return;
        }

        if (workspace.Run.Of<SettingClaims>().Claim(id.String, TypeName, context.Private) is { } other)
        {
            context.Diagnostics.AddWarning(
                "Setting managed twice".Naming(id.String),
                $"`{id.String}` is managed by {other} of this configuration too: each undoes what the other does. Keep one of them.",
                SettingCheck.IdPlace);
        }

        var run = workspace.Run.Of<SettingsRun>();
        if (context.Prior is null)
        {
            run.Recall(KeyOf(id.String), context.Private);
        }

        run.ReportDrift(KeyOf(id.String), SettingsPlan.Of(context), context.Diagnostics);
        if (workspace.PlanChecks == PlanChecks.Off)
        {
            return;
        }

        var live = await workspace.Client.Settings.ReadAsync([id.String], cancellationToken);
        var isAsked = IsAsked(context);
        if (SettingCheck.Problem(id.String, live.GetValueOrDefault(id.String), context.Config) is { } problem)
        {
            var found = isAsked ? problem : problem with { Severity = DiagnosticSeverity.Warning };
            workspace.Report(found, context.Diagnostics, mayComeLater: false);
            return;
        }

        if (isAsked && SettingCheck.PlainSecret(live[id.String], context.Config) is { } plain)
        {
            context.Diagnostics.Add(plain);
        }

        if (isAsked && SettingCheck.UnknownChoice(live[id.String], context.Config) is { } unknown)
        {
            context.Diagnostics.Add(unknown);
        }

        var session = new SettingsSession(TableOf(context.Config), context.Private, live);
        if (context.Prior is not { } prior || prior.At(SettingSchema.SettingId).String != id.String)
        {
            SettingsDiagnostics.AddOverwritten(session.Changing(context.Config), context.Diagnostics);
        }

        await ReviewReplacedAsync(context, id.String, cancellationToken);
        await SettingsReview.RunAsync(workspace, session, SettingsPlan.Of(context), context.Diagnostics, cancellationToken);
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
        var run = workspace.Run.Of<SettingsRun>();
        run.Remember(KeyOf(id), context.Private);
        var live = await workspace.Client.Settings.ReadAsync([id], cancellationToken);
        var privateState = new SettingsPrivateState(context.Private);
        if (live.GetValueOrDefault(id) is { } setting)
        {
            if (privateState.IsImported && SettingCheck.Unmanageable(setting) is { } unmanageable)
            {
                throw new DiagnosticException(unmanageable);
            }

            var clean = WithoutPlainSecret(state, setting, privateState);
            return new SettingsSession(TableOf(clean, setting), context.Private, live).Refresh(clean, run.NoteDrift(KeyOf(id)));
        }

        if (privateState.IsImported)
        {
            throw new DiagnosticException(SettingCheck.Absent(id));
        }

        workspace.Run.Of<GoneSettings>().Add(id);
        context.Diagnostics.AddWarning(
            "Setting is gone".Naming(id),
            $"The server no longer has the setting `{id}`, or hides it. The setting is removed from the state. "
            + "Remove it from the configuration.");
        return null;
    }

    protected override Task PlanDestroyAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken) =>
        SettingsDestroyPlan.ReviewAsync(workspace, prior, context, () => OpenAsync(prior, context, cancellationToken));

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

        var session = await OpenAsync(prior, context, cancellationToken);
        await session.Undo(mode, run).WriteAsync(workspace.Client.Settings, context.Diagnostics, cancellationToken);
    }

    protected override Task<SettingsModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Contains('/', StringComparison.Ordinal) || id is "." or "..")
        {
            throw new DiagnosticException(
                "Invalid import id",
                $"A setting is imported by its id, such as `Message_MaxAllowedSize`; {id.Quoted()} is not a setting id.");
        }

        if (UnwritableSettings.Reason(id) is { } reason)
        {
            throw new DiagnosticException("Setting cannot be managed", $"`{id}` cannot be managed because {reason}. Remove the import.");
        }

        new SettingsPrivateState(context.Private).IsImported = true;
        return Task.FromResult(Imported(id));
    }

    /// <summary>The object of a setting before its first read.</summary>
    public static SettingsModel Imported(string id) => new SettingsModel(SettingsShape.Empty(SettingSchema.Instance.Attributes))
        .With("id", TfValue.Of(id))
        .With(SettingSchema.SettingId, TfValue.Of(id))
        .With(OnDestroy.Name, TfValue.Of(OnDestroy.Keep));

    // The value is in one attribute. An imported object may have none in its configuration: the CLIs generate configurations without
    // secrets, and Terraform also without empty strings. Its plan then changes nothing.
    private static void PlanValues(PlanContext<SettingsModel> context)
    {
        var isNamed = SettingCheck.HasValue(context.Config);
        if (!isNamed && (context.Prior is null
            || new SettingsPrivateState(context.Private).IsManaged(context.Prior.At(SettingSchema.SettingId).String)))
        {
            context.Diagnostics.Add(SettingCheck.NoValue);
        }

        foreach (var name in (string[])[SettingSchema.Value, SettingSchema.Sensitive])
        {
            if (context.Config.At(name).IsNull)
            {
                context.Planned = context.Planned.With(name, isNamed || context.Prior is null ? TfValue.Null : context.Prior.At(name));
            }
        }
    }

    // An object that stays as it is must not block a plan, and thereby a destroy, because the server has changed.
    private bool IsAsked(PlanContext<SettingsModel> context)
    {
        var id = context.Config.At(SettingSchema.SettingId).String;
        return context.Prior is null
            ? !workspace.Run.Of<GoneSettings>().Contains(id)
            : SettingCheck.Places.Any(name => !context.Planned.At(name).Equals(context.Prior.At(name)));
    }

    // A secret may be in the plain attribute only if the configuration sets it there.
    private static SettingsModel WithoutPlainSecret(SettingsModel state, Setting live, SettingsPrivateState privateState) =>
        live.IsSecret && state.At(SettingSchema.Value).IsPresent && !privateState.IsManaged(live.Id)
            ? state
                .With(SettingSchema.Value, TfValue.Null)
                .With(SettingSchema.Sensitive, SettingJson.Read(live.Value, SettingKind.String))
            : state;

    /// <summary>The one row: the attribute in which the object has its value.</summary>
    /// <param name="model">The configuration or the state.</param>
    /// <param name="live">The setting on the server, which decides for an object without a value; null for a configuration.</param>
    private static ImmutableArray<SettingAttribute> TableOf(SettingsModel model, Setting? live = null)
    {
        var id = model.At(SettingSchema.SettingId).String;
        var isSecret = !model.At(SettingSchema.Sensitive).IsNull || !model.At(SettingSchema.Version).IsNull
            || (live?.IsSecret == true && model.At(SettingSchema.Value).IsNull);
        return isSecret
            ? [new(SettingSchema.Sensitive, SettingKind.String, "", id) { IsSecret = true }]
            : [new(SettingSchema.Value, SettingKind.Any, "", id)];
    }

    // Core shows the warnings of this plan only, and plans the destroy of the former setting not before the apply.
    private async Task ReviewReplacedAsync(PlanContext<SettingsModel> context, string id, CancellationToken cancellationToken)
    {
        if (context.Prior is { } former && former.At(SettingSchema.SettingId).String != id)
        {
            (await OpenAsync(former, context, cancellationToken)).Undo(OnDestroy.Of(former), workspace.Run.Of<SettingsRun>())
                .Review(context.Diagnostics);
        }
    }

    private async Task<SettingsSession> OpenAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken) =>
        new(
            TableOf(prior),
            context.Private,
            await workspace.Client.Settings.ReadAsync([prior.At(SettingSchema.SettingId).String], cancellationToken));

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
