using RocketChat.Client;
using RocketChat.Federation;
using RocketTfProvider.Configuration;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Resources.Federation;

/// <summary><c>rocketchat_federation</c>: the workspace's federation, of which there is one.</summary>
internal sealed class FederationResource : Resource<FederationModel>
{
    private const string TheId = "federation";

    private readonly Workspace _workspace;
    private readonly FederationView _view;
    private readonly FederationChecks _checks;

    public FederationResource(Workspace workspace)
    {
        _workspace = workspace;
        _view = new FederationView(workspace);
        _checks = new FederationChecks(workspace, _view);
    }

    public override string TypeName => "rocketchat_federation";

    public override Schema Schema => FederationSchema.Instance;

    public override OperationTimeouts Timeouts => FederationSchema.Timeouts;

    protected override async Task PlanAsync(PlanContext<FederationModel> context, CancellationToken cancellationToken)
    {
        CheckDomainChange(context);
        if (!_workspace.IsKnown || _workspace.PlanChecks == PlanChecks.Off || context.Diagnostics.HasErrors || context.Config["engine"].IsUnknown)
        {
            return;
        }

        try
        {
            var (engine, support) = await EngineOfAsync(context.Planned, cancellationToken).ConfigureAwait(false);
            var checkedModel = context.Config["public_key"].IsNull ? context.Planned.With("public_key", TfValue.Null) : context.Planned;
            await _checks.CheckAsync(checkedModel, engine, support, context.Diagnostics, cancellationToken).ConfigureAwait(false);
            await LookAtDnsAsync(context, engine, cancellationToken).ConfigureAwait(false);
        }
        catch (DiagnosticException found)
        {
            context.Diagnostics.Add(_workspace.PlanChecks == PlanChecks.Warn ? found.Diagnostic with { Severity = DiagnosticSeverity.Warning } : found.Diagnostic);
        }
    }

    protected override Task PlanDestroyAsync(FederationModel prior, CallContext context, CancellationToken cancellationToken)
    {
        if (prior.Enabled)
        {
            context.Diagnostics.AddWarning(
                prior.Keeps ? "Federation is kept" : "Federation will be switched off",
                prior.Keeps
                    ? $"`on_destroy` is `keep`: federation of {prior.TextOr("domain", "")} stays on."
                    : $"Users of {prior.TextOr("domain", "")} and of other servers will not reach each other any more. `on_destroy = \"keep\"`, applied before, leaves it on.");
        }

        return Task.CompletedTask;
    }

    protected override Task<FederationModel> CreateAsync(ApplyContext<FederationModel> context, CancellationToken cancellationToken) => ApplyAsync(context, cancellationToken);

    protected override Task<FederationModel> UpdateAsync(ApplyContext<FederationModel> context, CancellationToken cancellationToken) => ApplyAsync(context, cancellationToken);

    protected override async Task<FederationModel?> ReadAsync(FederationModel state, CallContext context, CancellationToken cancellationToken)
    {
        if (!_workspace.IsKnown)
        {
            return state;
        }

        var (engine, _) = await EngineOfAsync(state, cancellationToken).ConfigureAwait(false);
        var live = await _view.RefreshAsync(state, engine, cancellationToken).ConfigureAwait(false);
        return live
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

        var engine = FederationEngine.Named(prior.TextOr("effective_engine", "")) ?? (await EngineOfAsync(prior, cancellationToken).ConfigureAwait(false)).Engine;
        if (await _view.IsOnAsync(engine, cancellationToken).ConfigureAwait(false))
        {
            await _workspace.Client.Settings.SetAsync(engine.Switch, SettingJson.Of(false), cancellationToken).ConfigureAwait(false);
        }
    }

    protected override Task<FederationModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken) => id == TheId
        ? Task.FromResult(new FederationModel().With("id", TheId))
        : throw new DiagnosticException("Invalid import id", $"A workspace has one federation; its id is `{TheId}`.");

    private async Task<FederationModel> ApplyAsync(ApplyContext<FederationModel> context, CancellationToken cancellationToken)
    {
        var (engine, support) = await EngineOfAsync(context.Planned, cancellationToken).ConfigureAwait(false);
        var seen = new DiagnosticList();
        var model = context.Planned["public_key"].IsUnknown ? context.Planned.With("public_key", TfValue.Null) : context.Planned;
        await _checks.CheckAsync(model, engine, support, seen, cancellationToken).ConfigureAwait(false);
        return await new FederationRun(_workspace, _view, engine, support).ApplyAsync(context, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(FederationEngine Engine, FederationSupport Support)> EngineOfAsync(FederationModel model, CancellationToken cancellationToken)
    {
        var support = await _workspace.Client.Federation.DetectAsync(cancellationToken).ConfigureAwait(false);
        var remembered = FederationEngine.Named(model.TextOr("effective_engine", ""));
        if (model.Engine == FederationEngine.Auto && remembered is not null && remembered != FederationEngine.Native && !support.HasNative)
        {
            return (remembered, support);
        }

        return (await EngineChoice.MakeAsync(model, support, engine => _view.IsOnAsync(engine, cancellationToken)).ConfigureAwait(false), support);
    }

    private static void CheckDomainChange(PlanContext<FederationModel> context)
    {
        if (context.Prior is { Enabled: true, Domain: { } used } && context.Planned.Domain is { } wanted && !used.Equals(wanted) && !context.Planned.AllowsDomainChange)
        {
            context.Diagnostics.AddError(
                "Domain in use",
                $"Federation is on with the domain `{used}`, and other servers know the users and rooms by it: they do not follow to `{wanted}`. "
                + $"Write `domain = \"{used}\"`; or, if nobody federates yet, set `allow_domain_change = true`.",
                AttributePath.To("domain"));
        }
    }

    // Before the first apply the records need not be there yet; afterwards wrong ones are news.
    private async Task LookAtDnsAsync(PlanContext<FederationModel> context, FederationEngine engine, CancellationToken cancellationToken)
    {
        var planned = context.Planned;
        if (context.Prior is not { Enabled: true } || !planned.Enabled || planned.UsesHub || !planned.ChecksDns
            || await _view.PlanAsync(planned, engine, cancellationToken).ConfigureAwait(false) is not { } plan)
        {
            return;
        }

        DnsVerdict verdict = await new FederationDnsGate(planned).LookAsync(plan, cancellationToken).ConfigureAwait(false);
        if (!verdict.Ok)
        {
            context.Diagnostics.AddWarning(
                "Federation DNS is wrong",
                $"Federation is on, but the records for {plan.Domain} do not let other servers find the workspace any more.{FederationDnsGate.Describe(verdict)}",
                AttributePath.To("domain"));
        }
    }
}
