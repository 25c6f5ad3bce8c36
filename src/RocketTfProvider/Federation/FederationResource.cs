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
    public const string OnlyId = "federation";

    private readonly Workspace _workspace;
    private readonly FederationRecords _records;
    private readonly FederationView _view;
    private readonly EngineLookup _engines;

    public FederationResource(Workspace workspace)
    {
        _workspace = workspace;
        _records = new FederationRecords(workspace);
        _view = new FederationView(workspace, _records);
        _engines = new EngineLookup(workspace, _view);
    }

    public override string TypeName => Name;

    public override ResourceIdentity Identity { get; } = new() { Attributes = [new("id", $"Always `{OnlyId}`.")] };

    public override Schema Schema => FederationSchema.Instance;

    public override OperationTimeouts Timeouts => FederationSchema.Timeouts;

    protected override Task PlanAsync(PlanContext<FederationModel> context, CancellationToken cancellationToken) =>
        new FederationResourcePlan(_workspace, _records, _view, _engines, context).RunAsync(cancellationToken);

    protected override Task PlanDestroyAsync(FederationModel prior, CallContext context, CancellationToken cancellationToken) =>
        new FederationDestroy(_workspace, prior, context).PlanAsync(_engines, _view, cancellationToken);

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

        if (await _engines.RemovedAsync(state, cancellationToken) is { } removed)
        {
            context.Diagnostics.Add(removed);
            return state.With("status", FederationView.Disabled);
        }

        var privateState = new FederationPrivateState(context.Private);
        privateState.KeepDomain(state);
        var (engine, _) = await _engines.FindAsync(state, cancellationToken);
        var live = await _view.ReadAsync(state, engine, cancellationToken);
        var refreshed = _view.Open(context, state, engine, live).Refresh(state.Attributes);
        var stored = new FederationModel(refreshed);
        if (privateState.KeyIsOfServer)
        {
            stored = stored.With("public_key", TfValue.Null);
        }

        return (await _view.ShowAsync(stored, engine, live, cancellationToken))
            .With("engine", state.Engine)
            .With("allow_domain_change", TfValue.Of(state.AllowsDomainChange))
            .With("protocol", state.StringOr("protocol", "https"))
            .With("on_destroy", state.StringOr("on_destroy", FederationSchema.Disable));
    }

    protected override async Task DeleteAsync(FederationModel prior, CallContext context, CancellationToken cancellationToken)
    {
        // The settings of an engine that an update removed have no effect, where the server still has them.
        if (prior.Keeps || await _engines.RemovedAsync(prior, cancellationToken) is not null)
        {
            return;
        }

        var engine = FederationEngine.Named(prior.StringOr("effective_engine", ""))
            ?? (await _engines.FindAsync(prior, cancellationToken)).Engine;
        await new FederationDestroy(_workspace, prior, context).RunAsync(engine, _view, cancellationToken);
    }

    protected override async Task<FederationModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        var engine = id.StartsWith(OnlyId + "/", StringComparison.Ordinal) ? FederationEngine.Named(id[(OnlyId.Length + 1)..]) : null;
        if (id != OnlyId && engine is null)
        {
            throw ImportId.Invalid(
                $"A workspace has one federation. Import it as `{OnlyId}`, or as `{OnlyId}/legacy`, `{OnlyId}/matrix_bridge` or "
                + $"`{OnlyId}/native`.");
        }

        var model = FederationModel.Empty.With("id", OnlyId).With("engine", engine?.Name);
        if (_workspace.IsKnown)
        {
            await RequireDomainAsync(model, cancellationToken);
        }

        new FederationPrivateState(context.Private).KeyIsOfServer = true;
        return model;
    }

    // A federation without a domain was never set up, and no configuration could describe it.
    private async Task RequireDomainAsync(FederationModel model, CancellationToken cancellationToken)
    {
        var (engine, _) = await _engines.FindAsync(model, cancellationToken);
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
        var (engine, support) = await _engines.FindAsync(context.Planned, cancellationToken);
        var model = FederationResourcePlan.AsConfigured(context.Planned, context.Config);
        var key = await _records.KeyAsync(model, engine, cancellationToken);
        var privateState = new FederationPrivateState(context.Private);
        var found = await new FederationChecks(_workspace).CheckAsync(
            model, engine, support, key, await _view.ReadAsync(model, engine, cancellationToken), privateState.AppliedDomain,
            cancellationToken);
        if (found.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error && privateState.IsAsked(context))
        {
            throw new DiagnosticException(error);
        }

        privateState.Apply(context.Config);
        return new FederationApply(_workspace, _view, engine, support, _records.PlanOf(model, engine, key));
    }
}
