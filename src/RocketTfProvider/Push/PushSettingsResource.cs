using RocketChat.Client;
using RocketTfProvider.Connection;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary><c>rocketchat_push_settings</c>: the push page of the administration, and the default notification preferences.</summary>
internal sealed class PushSettingsResource(Workspace workspace) : Resource<SettingsModel>
{
    public const string Name = "rocketchat_push_settings";

    /// <summary>The only id, for the state and for imports.</summary>
    public const string OnlyId = "push";

    private readonly SettingsObject _object = new(workspace, Name);

    private const string Reload = "reload";
    private const string RestartRequired = "restart_required";

    public override string TypeName => Name;

    public override ResourceIdentity Identity { get; } = new() { Attributes = [new("id", $"Always `{OnlyId}`.")] };

    // A CLI asks for the schema once, and starts the provider several times.
    public override Schema Schema => field ??= SettingsSchema.Build(
        "Manages the push notifications of the workspace and the default notification preferences of its users. Attributes that are not "
            + "set are not managed.",
        version: 1,
        PushSettingsTable.Settings,
        PushSettingsTable.Groups,
        new SchemaAttribute(Reload, TfType.Bool, AttributeUse.Optional)
        {
            Description = "Whether to apply changes that otherwise require a restart, by disabling and enabling push. Works with "
                + "Rocket.Chat 8.7 and later, and with 8.6 for `gateway.url` alone; requires `enabled = true`.",
        },
        new SchemaAttribute(RestartRequired, TfType.Bool, AttributeUse.Computed)
        {
            Description = "Whether the last apply made a change (or registered the workspace, in the same run) that takes effect only "
                + "after a restart of the server.",
        });

    /// <summary>Version 0 showed the objects of credentials also where nothing of them was set.</summary>
    public override IReadOnlyDictionary<long, StateUpgrader> StateUpgraders => field ??= new Dictionary<long, StateUpgrader>
    {
        [0] = new(Schema.Type, stored => SettingsShape.WithoutEmptyObjects(stored, Schema.Attributes)),
    };

    protected override void Validate(SettingsModel config, DiagnosticList diagnostics)
    {
        var enabled = config.At(PushSettingsTable.Enabled);
        if (WantsReload(config) && !enabled.IsUnknown && !enabled.Equals(TfValue.True))
        {
            diagnostics.AddError(
                "Reload without push",
                "`reload = true` disables and enables push, so it needs `enabled = true`. Set that, or remove `reload`.",
                AttributePath.To(Reload));
        }
    }

    protected override async Task PlanAsync(PlanContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        var live = workspace.ChecksPlans ? await ReadAllAsync(cancellationToken) : null;
        var session = _object.Open(context, PushSettingsTable.Settings, live);
        context.Planned = session.Plan(SettingsPlan.Of(context)).With("id", TfValue.Of(OnlyId));
        if (!workspace.IsKnown)
        {
            return;
        }

        var run = workspace.Run.Of<RegistrationRun>();
        context.Planned = context.Planned.With(
            RestartRequired,
            run.Changes && MayUseGateway(context.Planned) ? TfValue.Unknown : PlanRestart(SettingsPlan.Of(context), live));

        await session.ReviewAsync(SettingsPlan.Of(context), cancellationToken);
        if (live is not null)
        {
            await new PushReview(workspace.Client, session, live, context).RunAsync(run, WantsReload(context.Config), cancellationToken);
        }
    }

    protected override Task PlanDestroyAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken) =>
        _object.PlanDestroyAsync(prior, context, async () => await OpenAsync(context, cancellationToken));

    protected override Task<SettingsModel> CreateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        var writes = new SettingWrites(workspace.Client.Settings);
        return writes.CreateAsync(
            context, context.Planned.With("id", TfValue.Of(OnlyId)), () => ApplyAsync(context, writes, cancellationToken));
    }

    protected override Task<SettingsModel> UpdateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken) =>
        ApplyAsync(context, new SettingWrites(workspace.Client.Settings), cancellationToken);

    protected override async Task<SettingsModel?> ReadAsync(
        SettingsModel state, CallContext context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown)
        {
            return state;
        }

        return (await OpenAsync(context, cancellationToken)).Refresh(state);
    }

    protected override Task DeleteAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken) =>
        _object.DestroyAsync(prior, context, async () => await OpenAsync(context, cancellationToken), cancellationToken);

    protected override Task<SettingsModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        ImportId.RequireOnly(OnlyId, id, $"`{TypeName}`");
        new SettingsPrivateState(context.Private).IsImported = true;
        return Task.FromResult(new SettingsModel(SettingsShape.Empty(Schema.Attributes))
            .With("id", TfValue.Of(OnlyId))
            .With(OnDestroy.Name, TfValue.Of(OnDestroy.Keep)));
    }

    // A stored object shows what an apply writes. Settings of a new one may be written by another resource of the run before, and a
    // workspace without registration may be registered by one.
    private static TfValue PlanRestart(SettingsPlan plan, IReadOnlyDictionary<string, Setting>? live)
    {
        var planned = plan.Planned.At(RestartRequired);
        SettingAttribute[] named = [.. PushSettingsTable.Settings.Where(s => s.IsNamedIn(plan.Config))];
        if (!planned.IsUnknown || plan.Prior is null || named.Any(s => !s.ValueIn(plan.Config).IsWhollyKnown)
            || (MayUseGateway(plan.Planned) && (live is null || !RegistrationStatus.GivesAccess(live))))
        {
            return planned;
        }

        SettingAttribute[] changed = [.. named.Where(plan.Changes)];
        var needed = changed.Length == 0 ? plan.Prior.At(RestartRequired) : TfValue.Of(changed.Any(s => s.NeedsRestart));
        var mayEnd = needed.Equals(TfValue.True) && WantsReload(plan.Config);
        return mayEnd || needed.IsNull ? planned : needed;
    }

    private static bool WantsReload(SettingsModel config) => config.At(Reload).Equals(TfValue.True);

    // Unknown counts as true.
    private static bool MayUseGateway(SettingsModel settings) =>
        !settings.At(PushSettingsTable.Enabled).Equals(TfValue.False)
            && !settings.At(PushSettingsTable.GatewayEnabled).Equals(TfValue.False);

    private Task<IReadOnlyDictionary<string, Setting>> ReadAllAsync(CancellationToken cancellationToken) =>
        workspace.Client.Settings.ReadAsync(
            [.. PushSettingsTable.Settings.SelectMany(s => s.Ids), RegistrationStatus.ConnectedId, RegistrationStatus.TermsId],
            cancellationToken);

    private async Task<SettingsSession> OpenAsync(CallContext context, CancellationToken cancellationToken) =>
        _object.Open(context, PushSettingsTable.Settings, await ReadAllAsync(cancellationToken));

    private async Task<SettingsModel> ApplyAsync(
        ApplyContext<SettingsModel> context, SettingWrites writes, CancellationToken cancellationToken)
    {
        var plan = SettingsPlan.Of(context);
        var expanded = plan with { Planned = new(SettingsShape.Expand(plan.Planned.Value, Schema.Attributes)) };
        return await (await OpenAsync(context, cancellationToken)).ApplyAsync(expanded, async apply =>
        {
            var result = apply.State.With("id", TfValue.Of(OnlyId));
            await apply.WriteAsync(writes, null, cancellationToken);
            return result.At(RestartRequired).IsUnknown
                ? result.With(
                    RestartRequired, TfValue.Of(await NeedsRestartAsync(context, apply, result, writes, cancellationToken)))
                : result;
        });
    }

    private async Task<bool> NeedsRestartAsync(
        ApplyContext<SettingsModel> context,
        SettingsApply apply,
        SettingsModel result,
        SettingWrites writes,
        CancellationToken cancellationToken)
    {
        SettingAttribute[] written = [.. apply.Written.Where(s => s.NeedsRestart)];

        // A restart that an earlier apply needs is still due, unless this one wrote something.
        var hasMore = (workspace.Run.Of<RegistrationRun>().HasChanged && MayUseGateway(result))
            || (apply.Written.Count == 0 && context.Prior?.At(RestartRequired).Equals(TfValue.True) == true);
        var isPending = written.Length > 0 || hasMore;
        if (!isPending || !WantsReload(context.Config)
            || !new PushReloading(await workspace.Client.Server.GetInfoAsync(cancellationToken)).Applies(written, hasMore))
        {
            return isPending;
        }

        var enable = apply.Wanted.Single(w => w.Id == PushSettingsTable.PushEnable);
        foreach (var value in (TfValue[])[TfValue.False, TfValue.True])
        {
            await writes.ChangeAsync([(enable.Live, SettingJson.Of(value))], cancellationToken);
        }

        return false;
    }
}
