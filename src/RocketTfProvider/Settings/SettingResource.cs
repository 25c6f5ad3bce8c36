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
            diagnostics.Add(SettingCheck.Unwritable(id.String, reason));
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
        if (context.Diagnostics.HasErrors || context.Config.At(SettingSchema.SettingId) is not { IsPresent: true } id)
        {
            return;
        }

        var live = workspace.ChecksPlans ? await CheckAsync(context, id.String, cancellationToken) : null;
        var former = context.Prior is { } prior && prior.At(SettingSchema.SettingId).String != id.String ? prior : null;
        var plan = SettingsPlan.Of(context) with { Prior = former is null ? context.Prior : null };
        var session = ObjectOf(id.String).Open(context, TableOf(context.Config), live);
        context.Planned = session.Plan(plan);
        if (former is not null && live is not null)
        {
            // Core shows the warnings of this plan only, and plans the destroy of the former setting not before the apply.
            (await OpenAsync(former, context, cancellationToken)).Undo(OnDestroy.Of(former)).Review(context.Diagnostics);
        }

        await session.ReviewAsync(plan, cancellationToken);
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
        var live = await workspace.Client.Settings.ReadAsync([id], cancellationToken);
        var privateState = new SettingsPrivateState(context.Private);
        if (live.GetValueOrDefault(id) is { } setting)
        {
            if (privateState.IsImported && SettingCheck.Unmanageable(setting) is { } unmanageable)
            {
                throw new DiagnosticException(unmanageable);
            }

            var clean = WithoutPlainSecret(state, setting, privateState);
            return ObjectOf(id).Open(context, TableOf(clean, setting), live).Refresh(clean);
        }

        if (privateState.IsImported)
        {
            throw new DiagnosticException(SettingCheck.Absent(id));
        }

        // The plan of an object that is gone is that of a new one.
        ObjectOf(id).Remember(context);
        workspace.Run.Of<GoneSettings>().Add(id);
        context.Diagnostics.AddWarning(
            "Setting is gone".Naming(id),
            $"The server no longer has the setting `{id}`, or hides it. The setting is removed from the state. "
            + "Remove it from the configuration.");
        return null;
    }

    protected override Task PlanDestroyAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken) =>
        ObjectOf(prior).PlanDestroyAsync(prior, context, async () => await OpenAsync(prior, context, cancellationToken));

    protected override Task DeleteAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken) =>
        ObjectOf(prior).DestroyAsync(
            prior, context, async () => await OpenAsync(prior, context, cancellationToken), cancellationToken);

    protected override Task<SettingsModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Contains('/', StringComparison.Ordinal) || id is "." or "..")
        {
            throw ImportId.Invalid(
                $"A setting is imported by its id, such as `Message_MaxAllowedSize`; {id.Quoted()} is not a setting id.");
        }

        if (UnwritableSettings.Reason(id) is { } reason)
        {
            throw new DiagnosticException(SettingCheck.Unwritable(id, reason));
        }

        new SettingsPrivateState(context.Private).IsImported = true;
        return Task.FromResult(BeforeFirstRead(id));
    }

    /// <summary>The object of a setting before its first read.</summary>
    public static SettingsModel BeforeFirstRead(string id) => new SettingsModel(SettingsShape.Empty(SettingSchema.Instance.Attributes))
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
            context.Diagnostics.Add(SettingCheck.NoValue(context.Config.At(SettingSchema.SettingId)));
        }

        foreach (var name in (string[])[SettingSchema.Value, SettingSchema.Sensitive])
        {
            if (context.Config.At(name).IsNull)
            {
                context.Planned = context.Planned.With(name, isNamed || context.Prior is null ? TfValue.Null : context.Prior.At(name));
            }
        }
    }

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

    /// <returns>The setting on the server; null if it cannot have the value, which is reported.</returns>
    private async Task<IReadOnlyDictionary<string, Setting>?> CheckAsync(
        PlanContext<SettingsModel> context, string id, CancellationToken cancellationToken)
    {
        var live = await workspace.Client.Settings.ReadAsync([id], cancellationToken);
        var isAsked = IsAsked(context);
        if (SettingCheck.Problem(id, live.GetValueOrDefault(id), context.Config) is { } problem)
        {
            workspace.Report(problem, context.Diagnostics, mayComeLater: false, isAsked);
            return null;
        }

        if (isAsked && SettingCheck.PlainSecret(live[id], context.Config) is { } plain)
        {
            context.Diagnostics.Add(plain);
        }

        if (isAsked && SettingCheck.UnknownChoice(live[id], context.Config) is { } unknown)
        {
            context.Diagnostics.Add(unknown);
        }

        return live;
    }

    private async Task<SettingsSession> OpenAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken) =>
        ObjectOf(prior).Open(
            context,
            TableOf(prior),
            await workspace.Client.Settings.ReadAsync([prior.At(SettingSchema.SettingId).String], cancellationToken));

    private SettingsObject ObjectOf(string settingId) => new(workspace, TypeName, settingId);

    private SettingsObject ObjectOf(SettingsModel model) => ObjectOf(model.At(SettingSchema.SettingId).String);

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

        if (SettingCheck.Wanted(context.Config) is null)
        {
            // With `ignore_changes` on an imported secret, core has no value in the state to put into the configuration.
            ObjectOf(id).Keep([id]);
            return WithId(context);
        }

        return await ObjectOf(id).Open(context, TableOf(context.Config), live).ApplyAsync(SettingsPlan.Of(context), async apply =>
        {
            await apply.WriteAsync(writes, null, cancellationToken);
            return WithId(context);
        });
    }
}
