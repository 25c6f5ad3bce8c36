using System.Collections.Immutable;
using RocketChat.Federation.Problems;
using RocketTfProvider.Connection;
using RocketTfProvider.Federation;
using RocketTfProvider.Settings;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>Checks federation as the resource does: license, key, DNS, and the test that the version offers.</summary>
/// <param name="resolvers">Name servers to ask in place of the machine's; empty for the machine's.</param>
internal sealed class FederationCheck(ImmutableArray<string> resolvers) : IWorkspaceCheck
{
    public string Area => Areas.Federation;

    public async Task<string> RunAsync(Workspace workspace, DoctorReport report, CancellationToken cancellationToken)
    {
        var client = workspace.Client;
        var support = await client.Federation.DetectAsync(cancellationToken);
        var records = new FederationRecords(workspace);
        var view = new FederationView(workspace, records);
        FederationEngine engine;
        try
        {
            engine = await EngineChoice.MakeAsync(FederationModel.Empty, support, e => view.IsOnAsync(e, cancellationToken));
        }
        catch (DiagnosticException)
        {
            return "disabled";
        }

        if (!await view.IsOnAsync(engine, cancellationToken))
        {
            return $"{engine.Name}, disabled";
        }

        var domain = await client.Settings.GetAsync(engine.Domain, cancellationToken);
        var model = FederationModel.Empty
            .With("engine", engine.Name)
            .With("enabled", TfValue.True)
            .With("domain", domain is { IsMasked: false } ? SettingJson.Read(domain.Value, SettingKind.String) : TfValue.Null);
        if (resolvers.Length > 0)
        {
            model = model.With("wait_for_dns", TfValue.Object([new("resolvers", TfValue.List(resolvers.Select(TfValue.Of)))]));
        }

        if (engine == FederationEngine.Legacy
            && await client.Settings.GetAsync(FederationEngine.DiscoveryMethod.Id, cancellationToken) is { IsMasked: false } method)
        {
            var value = SettingJson.Read(method.Value, FederationEngine.DiscoveryMethod.Kind);
            model = model.With(engine.Name, TfValue.Object([new("discovery_method", value)]));
        }

        await CheckAsync(workspace, model, engine, support, report, cancellationToken);
        return records.PlanOf(model, engine, await records.KeyAsync(model, engine, cancellationToken)) is null
            ? $"{engine.Name}, enabled; its records cannot be named"
            : $"{engine.Name}, enabled";
    }

    private static async Task CheckAsync(
        Workspace workspace,
        FederationModel model,
        FederationEngine engine,
        FederationSupport support,
        DoctorReport report,
        CancellationToken cancellationToken)
    {
        var records = new FederationRecords(workspace);
        var key = await records.KeyAsync(model, engine, cancellationToken);
        var live = await new FederationView(workspace, records).ReadAsync(model, engine, cancellationToken);
        DiagnosticList found;
        try
        {
            found = await new FederationChecks(workspace).CheckAsync(
                model, engine, support, key, live, appliedDomain: null, cancellationToken);
        }
        catch (DiagnosticException fault)
        {
            found = [fault.Diagnostic];
        }

        foreach (var finding in found)
        {
            report.Add(WorkspaceFindings.OfFederation(finding.Summary), finding.Detail);
        }

        if (found.Any(finding => finding.Severity == DiagnosticSeverity.Error))
        {
            return;
        }

        if (model.Domain is null)
        {
            report.Add(WorkspaceFindings.FederationNotReady, $"The domain (setting {engine.Domain}) is missing or is not a domain name.");
            return;
        }

        var plan = records.PlanOf(model, engine, key);
        if (plan is not null && FederationRecords.AreNeeded(model, engine))
        {
            var verdict = await new FederationDnsGate(model).CheckAsync(plan, cancellationToken);
            foreach (var problem in verdict.Problems)
            {
                var isError = problem.Severity == ProblemSeverity.Error;
                report.Add(WorkspaceFindings.FederationDns with { IsError = isError }, Describe(problem));
            }

            if (!verdict.Ok)
            {
                return;
            }
        }

        if (!model.UsesHub
            && await new FederationTester(workspace).TestAsync(model, engine, support, plan, cancellationToken) is { Ok: false } test)
        {
            report.Add(WorkspaceFindings.OfFederationTest(test.Code), $"{test.Code}: {test.Message}");
        }
    }

    private static string Describe(DnsProblem problem) =>
        $"{problem.Code}: {problem.Record}. Expected {Or(problem.Expected)}; found {Or(problem.Found)}. {problem.Hint}";

    private static string Or(string text) => text.Length == 0 ? "nothing" : text;
}
