using RocketChat.Client;
using RocketChat.Federation.Checking;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;
using RocketTfProvider.Federation.Dns;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary><c>rocketchat_federation</c>: the workspace's federation, of which there is one.</summary>
internal sealed class FederationResource : Resource<FederationModel>
{
    public const string Name = "rocketchat_federation";

    /// <summary>The only id that it has.</summary>
    public const string TheId = "federation";

    // Private state: the key in the state is the server's, so that a changed key on the server is drift.
    private const string KeyOfServer = "key_of_server";

    private readonly Workspace _workspace;
    private readonly FederationRecords _records;
    private readonly FederationView _view;
    private readonly FederationChecks _checks;

    public FederationResource(Workspace workspace)
    {
        _workspace = workspace;
        _records = new FederationRecords(workspace);
        _view = new FederationView(workspace, _records);
        _checks = new FederationChecks(workspace);
    }

    public override string TypeName => Name;

    public override ResourceIdentity Identity { get; } = new() { Attributes = [new("id", $"Always `{TheId}`.")] };

    public override Schema Schema => FederationSchema.Instance;

    public override OperationTimeouts Timeouts => FederationSchema.Timeouts;

    protected override async Task PlanAsync(PlanContext<FederationModel> context, CancellationToken cancellationToken)
    {
        CheckDomainChange(context);
        if (context.Diagnostics.HasErrors || context.Config.At("engine").IsUnknown)
        {
            return;
        }

        if (!_workspace.IsKnown || _workspace.PlanChecks == PlanChecks.Off)
        {
            if (FederationEngine.Named(context.Planned.Engine) is { } named && _records.AreKnownOffline(context.Config, named))
            {
                Predict(context, named, FederationRecords.KeyOf(context.Config, named, null));
            }

            return;
        }

        try
        {
            if (context.Prior is { } prior
                && await RemovedAsync(prior, cancellationToken) is { } removed
                && !context.Planned.At("status").IsUnknown)
            {
                // Nothing is asked for now: the engine went with an update of the server.
                context.Diagnostics.Add(removed);
                return;
            }

            var (engine, support) = await EngineOfAsync(context.Planned, cancellationToken);
            _workspace.Run.Of<SettingClaims>().Warn(TypeName, context, Claimed(context.Config, engine));
            var model = AsConfigured(context.Planned, context.Config);
            var key = await _records.KeyAsync(model, engine, cancellationToken);
            await _checks.CheckAsync(model, engine, support, key, context.Diagnostics, cancellationToken);
            Predict(context, engine, key);
            await CheckDnsAsync(context, engine, key, cancellationToken);
        }
        catch (DiagnosticException found)
        {
            context.Diagnostics.Add(_workspace.PlanChecks == PlanChecks.Warn
                ? found.Diagnostic with { Severity = DiagnosticSeverity.Warning } : found.Diagnostic);
        }
    }

    protected override Task PlanDestroyAsync(FederationModel prior, CallContext context, CancellationToken cancellationToken)
    {
        new FederationDestroy(_workspace, prior, context).Plan();
        return Task.CompletedTask;
    }

    protected override async Task<FederationModel> CreateAsync(
        ApplyContext<FederationModel> context, CancellationToken cancellationToken) =>
        await (await BeginAsync(context, cancellationToken)).CreateAsync(context, cancellationToken);

    protected override async Task<FederationModel> UpdateAsync(
        ApplyContext<FederationModel> context, CancellationToken cancellationToken) =>
        await (await BeginAsync(context, cancellationToken)).UpdateAsync(context, cancellationToken);

    protected override async Task<FederationModel?> ReadAsync(
        FederationModel state, CallContext context, CancellationToken cancellationToken)
    {
        if (!_workspace.IsKnown)
        {
            return state;
        }

        if (await RemovedAsync(state, cancellationToken) is { } removed)
        {
            context.Diagnostics.Add(removed);
            return state.With("status", FederationView.Disabled);
        }

        var (engine, _) = await EngineOfAsync(state, cancellationToken);
        var live = await _view.ReadAsync(state, engine, cancellationToken);
        var refreshed = new SettingsSession(engine.RowsOf(state), context.Private, live).Refresh(state.Attributes, context.Diagnostics);
        var stored = new FederationModel(refreshed);
        if (context.Private.TryGet(KeyOfServer, out _))
        {
            stored = stored.With("public_key", TfValue.Null);
        }

        return (await _view.ShowAsync(stored, engine, live, cancellationToken))
            .With("engine", state.Engine)
            .With("allow_domain_change", TfValue.Of(state.AllowsDomainChange))
            .With("protocol", state.TextOr("protocol", "https"))
            .With("on_destroy", state.TextOr("on_destroy", FederationSchema.Disable));
    }

    protected override async Task DeleteAsync(FederationModel prior, CallContext context, CancellationToken cancellationToken)
    {
        if (prior.Keeps)
        {
            return;
        }

        var engine = FederationEngine.Named(prior.TextOr("effective_engine", "")) ?? (await EngineOfAsync(prior, cancellationToken)).Engine;
        await new FederationDestroy(_workspace, prior, context).RunAsync(engine, _view, cancellationToken);
    }

    protected override async Task<FederationModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        var engine = id.StartsWith(TheId + "/", StringComparison.Ordinal) ? FederationEngine.Named(id[(TheId.Length + 1)..]) : null;
        if (id != TheId && engine is null)
        {
            throw new DiagnosticException(
                "Invalid import id",
                $"A workspace has one federation; its id is `{TheId}`, or `{TheId}/legacy`, `{TheId}/matrix_bridge` or `{TheId}/native`.");
        }

        var model = FederationModel.Empty.With("id", TheId).With("engine", engine?.Name);
        if (_workspace.IsKnown)
        {
            await RequireDomainAsync(model, cancellationToken);
        }

        context.Private.Set(KeyOfServer, "true");
        return model;
    }

    // A federation without a domain was never set up, and no configuration could describe it.
    private async Task RequireDomainAsync(FederationModel model, CancellationToken cancellationToken)
    {
        var (engine, _) = await EngineOfAsync(model, cancellationToken);
        if (await _workspace.Client.Settings.GetAsync(engine.Domain, cancellationToken) is { IsMasked: false } domain
            && SettingJson.Read(domain.Value, SettingKind.String) is { IsPresent: true, String: "" })
        {
            throw new DiagnosticException(
                "No federation to import",
                $"The workspace has no federation domain (setting `{engine.Domain}`). Remove the import; the next apply creates the "
                + "resource.");
        }
    }

    private async Task<FederationApply> BeginAsync(ApplyContext<FederationModel> context, CancellationToken cancellationToken)
    {
        var (engine, support) = await EngineOfAsync(context.Planned, cancellationToken);
        var model = AsConfigured(context.Planned, context.Config);
        var key = await _records.KeyAsync(model, engine, cancellationToken);
        await _checks.CheckAsync(model, engine, support, key, new DiagnosticList(), cancellationToken);
        context.Private.Set(KeyOfServer, context.Config.At("public_key").IsNull ? "true" : null);
        return new FederationApply(_workspace, _view, engine, support, _records.PlanOf(model, engine, key));
    }

    /// <summary>The plan with the key as configured: a predicted key is the server's, which may have changed since.</summary>
    private static FederationModel AsConfigured(FederationModel planned, FederationModel config) =>
        planned.With("public_key", config.At("public_key"));

    // Known records let `for_each = rocketchat_federation.this.records` work at the first plan. Core plans once more before it applies, and
    // stops if the server's answer has changed by then.
    private void Predict(PlanContext<FederationModel> context, FederationEngine engine, PublicKey? key)
    {
        if (context.Planned.At("effective_engine").IsUnknown)
        {
            context.Planned = context.Planned.With("effective_engine", engine.Name);
        }

        if (!context.Planned.At("records").IsUnknown || FederationRecords.Inputs.Any(name => context.Config.At(name).IsUnknown))
        {
            return;
        }

        var shown = _records.Show(AsConfigured(context.Planned, context.Config), engine, key);
        foreach (var name in FederationRecords.Outputs.Where(name => context.Planned.At(name).IsUnknown))
        {
            context.Planned = context.Planned.With(name, shown.At(name));
        }
    }

    private static IEnumerable<(string Path, string SettingId)> Claimed(FederationModel config, FederationEngine engine) =>
    [
        ("enabled", engine.Switch),
        ("domain", engine.Domain),
        .. engine.Settings.Where(s => s.IsNamedIn(config.Attributes)).Select(s => (s.Path, s.Ids[0])),
    ];

    /// <summary>A warning if the server no longer has the engine of the state; otherwise null.</summary>
    private async Task<Diagnostic?> RemovedAsync(FederationModel state, CancellationToken cancellationToken)
    {
        var support = await _workspace.Client.Federation.DetectAsync(cancellationToken);
        return EngineChoice.Removed(state, support) is { } engine ? EngineChoice.RemovedWarning(engine, support) : null;
    }

    private async Task<(FederationEngine Engine, FederationSupport Support)> EngineOfAsync(
        FederationModel model, CancellationToken cancellationToken)
    {
        var support = await _workspace.Client.Federation.DetectAsync(cancellationToken);
        var remembered = FederationEngine.Named(model.TextOr("effective_engine", ""));
        if (model.Engine == FederationEngine.Auto && remembered is not null && remembered != FederationEngine.Native && !support.HasNative)
        {
            return (remembered, support);
        }

        return (await EngineChoice.MakeAsync(model, support, engine => _view.IsOnAsync(engine, cancellationToken)), support);
    }

    private static void CheckDomainChange(PlanContext<FederationModel> context)
    {
        if (context.Prior is { Enabled: true, Domain: { } used } && context.Planned.Domain is { } wanted && !used.Equals(wanted)
            && !context.Planned.AllowsDomainChange)
        {
            context.Diagnostics.AddError(
                "Domain in use",
                $"Federation is enabled with the domain `{used}`, and other servers know the users and rooms by it: they do not follow "
                    + $"to `{wanted}`. "
                + $"Write `domain = \"{used}\"`; or, if nobody federates yet, set `allow_domain_change = true`.",
                AttributePath.To("domain"));
        }
    }

    // Before the first apply the records need not exist yet; afterwards wrong records are drift.
    private async Task CheckDnsAsync(
        PlanContext<FederationModel> context, FederationEngine engine, PublicKey? key, CancellationToken cancellationToken)
    {
        var planned = context.Planned;
        if (context.Prior is not { Enabled: true } || !planned.Enabled || !planned.ChecksDns
            || !FederationRecords.AreNeeded(planned, engine)
            || _records.PlanOf(planned, engine, key) is not { } plan)
        {
            return;
        }

        DnsVerdict verdict = await new FederationDnsGate(planned).CheckAsync(plan, cancellationToken);
        if (!verdict.Ok)
        {
            context.Diagnostics.AddWarning(
                "Federation DNS is wrong",
                $"Federation is enabled, but with the records for {plan.Domain} other servers no longer find the "
                    + $"workspace.{WrongRecords.Describe(verdict)}",
                AttributePath.To("domain"));
        }
    }
}
