using RocketChat.Client;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>The plan of a create or update.</summary>
internal sealed class FederationResourcePlan(
    Workspace workspace, FederationRecords records, FederationView view, EngineLookup engines, PlanContext<FederationModel> context)
{
    private readonly FederationPrivateState _private = new(context.Private);
    private readonly SettingsObject _object = new(workspace, FederationResource.Name);

    /// <summary>The plan with the key as configured: a predicted key is the server's, which may have changed since.</summary>
    public static FederationModel AsConfigured(FederationModel planned, FederationModel config) =>
        planned.With("public_key", config.At("public_key"));

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        CheckDomainChange();
        if (context.Diagnostics.HasErrors || context.Config.At("engine").IsUnknown)
        {
            return;
        }

        // A new object has no drift, and may need no server at all.
        if (workspace.IsKnown && context.Prior is { } stored)
        {
            _object.ReportDrift(new(context.Planned.Attributes, stored.Attributes, context.Planned.Attributes), context);
        }

        if (!workspace.ChecksPlans)
        {
            if (FederationEngine.Named(context.Planned.Engine) is { } named && records.AreKnownOffline(context.Config, named))
            {
                Predict(named, FederationRecords.KeyOf(context.Config, named, null));
            }

            return;
        }

        try
        {
            await RunOnlineAsync(cancellationToken);
        }
        catch (DiagnosticException found)
        {
            Report(found.Diagnostic);
        }
    }

    private async Task RunOnlineAsync(CancellationToken cancellationToken)
    {
        if (context.Prior is { } prior
            && await engines.RemovedAsync(prior, cancellationToken) is { } removed
            && !context.Planned.At("status").IsUnknown)
        {
            // Nothing is asked for now: the engine went with an update of the server.
            context.Diagnostics.Add(removed);
            return;
        }

        var (engine, support) = await engines.FindAsync(context.Planned, cancellationToken);
        _object.Claim(context, Claimed(engine));
        var model = AsConfigured(context.Planned, context.Config);
        var key = await records.KeyAsync(model, engine, cancellationToken);
        var live = await view.ReadAsync(model, engine, cancellationToken);
        var found = await new FederationChecks(workspace).CheckAsync(
            model, engine, support, key, live, _private.AppliedDomain, cancellationToken);
        foreach (var diagnostic in found)
        {
            Report(diagnostic);
        }

        RepeatFailedTest();
        Predict(engine, key);
        if (!found.HasErrors)
        {
            await new FederationReview(workspace, view, records, engine, support).RunAsync(context, model, key, live, cancellationToken);
        }
    }

    private void Report(Diagnostic found)
    {
        if (found.Severity == DiagnosticSeverity.Warning)
        {
            context.Diagnostics.Add(found);
        }
        else
        {
            workspace.Report(found, context.Diagnostics, mayComeLater: false, _private.IsAsked(context));
        }
    }

    private void CheckDomainChange()
    {
        if (context.Prior is { Enabled: true, Domain: { } used } && context.Planned.Domain is { } wanted && !used.Equals(wanted)
            && !context.Planned.AllowsDomainChange && wanted.Value != _private.AppliedDomain)
        {
            context.Diagnostics.Add(FederationChecks.DomainInUse(used, wanted));
        }
    }

    // A failed test of an update leaves federation as configured, so nothing else would make the next plan test again.
    private void RepeatFailedTest()
    {
        if (context.Prior is null || context.Planned is not { Enabled: true, Tests: true, TestIsRequired: true }
            || !context.Planned.At("last_test.ok").Equals(TfValue.False))
        {
            return;
        }

        context.Diagnostics.AddWarning(
            "Federation will be tested again",
            $"The test of the last apply failed ({context.Planned.At("last_test.code").String}). This apply repeats it. To accept the "
            + "result, set `test = { required = false }`.",
            AttributePath.To("test"));
        foreach (var name in FederationSchema.Instance.Attributes
            .Where(a => a.Use == AttributeUse.Computed && a.PlanModifiers.IsEmpty).Select(a => a.Name))
        {
            context.Planned = context.Planned.With(name, TfValue.Unknown);
        }
    }

    // Known records let `for_each = rocketchat_federation.this.records` work at the first plan. Core plans once more before it applies, and
    // stops if the server's answer has changed by then.
    private void Predict(FederationEngine engine, PublicKey? key)
    {
        if (context.Planned.At("effective_engine").IsUnknown)
        {
            context.Planned = context.Planned.With("effective_engine", engine.Name);
        }

        if (!context.Planned.At("records").IsUnknown || FederationRecords.Inputs.Any(name => context.Config.At(name).IsUnknown))
        {
            return;
        }

        var shown = records.Show(AsConfigured(context.Planned, context.Config), engine, key);
        foreach (var name in FederationRecords.Outputs.Where(name => context.Planned.At(name).IsUnknown))
        {
            context.Planned = context.Planned.With(name, shown.At(name));
        }
    }

    private IEnumerable<(string Path, string SettingId)> Claimed(FederationEngine engine) =>
    [
        ("enabled", engine.Switch),
        ("domain", engine.Domain),
        .. engine.Settings.Where(s => s.IsNamedIn(context.Config.Attributes)).Select(s => (s.Path, s.Id)),
    ];
}
