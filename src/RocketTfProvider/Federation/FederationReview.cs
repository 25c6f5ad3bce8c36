using RocketChat.Client;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;
using RocketTfProvider.Federation.Dns;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>Warns in the plan of what the apply will meet and do.</summary>
internal sealed class FederationReview(
    Workspace workspace, FederationView view, FederationRecords records, FederationEngine engine, FederationSupport support)
{
    /// <param name="context">The plan.</param>
    /// <param name="model">The plan with the key as configured.</param>
    /// <param name="key">The key to publish, if there is one.</param>
    /// <param name="live">The settings on the server.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task RunAsync(
        PlanContext<FederationModel> context,
        FederationModel model,
        PublicKey? key,
        IReadOnlyDictionary<string, Setting> live,
        CancellationToken cancellationToken)
    {
        var isEnabled = context.Prior is { Enabled: true };
        if (context.Prior is null || context.Planned.At("status").IsUnknown)
        {
            WantedSetting[] wanted = [.. view.Open(context, model, engine, live).Wanted(model.Attributes)];
            ReviewChanges(context, model, [.. wanted.Where(w => w.IsChange)]);
            await SettingRights.ReviewAsync(workspace, wanted, context.Prior is null, context.Diagnostics, cancellationToken);
            await ReviewOtherEnginesAsync(context.Diagnostics, cancellationToken);
        }

        if (!model.Enabled || !AreInputsKnown(context.Config))
        {
            return;
        }

        if (records.ToCheck(model, engine, key) is { } plan)
        {
            await ReviewDnsAsync(model, plan, isEnabled, context.Diagnostics, cancellationToken);
        }

        if (!isEnabled && model.Tests)
        {
            await ReviewDocumentAsync(model, key, context.Diagnostics, cancellationToken);
        }
    }

    private static bool AreInputsKnown(FederationModel config) =>
        FederationRecords.Inputs.All(name => !config.At(name).IsUnknown) && config.At("wait_for_dns.resolvers").IsWhollyKnown;

    private void ReviewChanges(PlanContext<FederationModel> context, FederationModel model, IReadOnlyCollection<WantedSetting> changing)
    {
        if (context.Prior is null)
        {
            SettingsDiagnostics.AddOverwritten(
                changing.Where(w => w.Id != engine.Switch || w.Value.Equals(TfValue.False)), context.Diagnostics);
        }

        if (engine.NeedsRestart(changing.Select(w => w.Attribute), model.Enabled))
        {
            var paths = changing.Where(w => w.Attribute.NeedsRestart).Select(w => $"`{w.Attribute.Path}`");
            context.Diagnostics.AddWarning(
                "Restart recommended".Naming(model.StringOr("domain", "")),
                $"The change of {string.Join(", ", paths)} takes full effect only after Rocket.Chat is restarted, which this provider does "
                + "not do."
                + (engine == FederationEngine.Bridge ? " Restart the homeserver as well." : " Restart it at a convenient time."));
        }

        if (model is { Enabled: true, Tests: true, UsesHub: false } && !FederationTester.CanTest(engine, support))
        {
            context.Diagnostics.Add(FederationDiagnostics.NotTested(engine, support, model.StringOr("domain", "")));
        }
    }

    private async Task ReviewOtherEnginesAsync(DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        foreach (var other in support.HasNative ? [] : FederationEngine.All.Where(e => e != engine && e != FederationEngine.Native))
        {
            if (await view.IsOnAsync(other, cancellationToken))
            {
                diagnostics.AddWarning(
                    "Other engine will be disabled",
                    $"`{other.Name}` is enabled now, and a workspace can use one engine. The apply disables it first: users no longer "
                    + $"reach those with whom they federate by `{other.Name}`. To keep it, set `engine = \"{other.Name}\"`.",
                    AttributePath.To("engine"));
            }
        }
    }

    // Before federation is enabled, wrong records are what the apply waits for; afterwards they are drift.
    private static async Task ReviewDnsAsync(
        FederationModel model, FederationPlan plan, bool isEnabled, DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        var verdict = await new FederationDnsGate(model).CheckAsync(plan, cancellationToken);
        if (verdict.Ok)
        {
            return;
        }

        if (isEnabled)
        {
            var report = WrongRecords.Report(verdict, plan.Domain, "Federation is enabled and stays enabled. ", AttributePath.To("domain"));
            diagnostics.Add(report with { Severity = DiagnosticSeverity.Warning });
            return;
        }

        var missing = verdict.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.Record).Distinct();
        diagnostics.AddWarning(
            "Federation DNS is not ready".Naming(plan.Domain.Value),
            $"Other servers do not find the workspace by the records for {plan.Domain} now. Not there yet, or not right: "
                + $"{string.Join(", ", missing)}. The apply waits up to {model.StringOr("wait_for_dns.timeout", "10m")} for them before it "
                + $"enables federation. Create the records; if this configuration does, let this resource depend on "
                + $"them.{WrongRecords.Describe(verdict)}",
            AttributePath.To("domain"));
    }

    private async Task ReviewDocumentAsync(
        FederationModel model, PublicKey? key, DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        var document = await new FederationTester(workspace).ReadDocumentAsync(
            model, engine, records.PlanOf(model, engine, key), cancellationToken);
        if (document is { Ok: false })
        {
            diagnostics.Add(FederationDiagnostics.WrongDocument(document, model) with { Severity = DiagnosticSeverity.Warning });
        }
    }
}
