using RocketTfProvider.Connection;
using RocketTfProvider.Federation.Dns;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>
/// The action <c>rocketchat_federation_test</c>: the test that <c>rocketchat_federation</c> makes when it enables federation.
/// </summary>
internal sealed class FederationTestAction : ProviderAction<FederationTestModel>
{
    private readonly Workspace _workspace;
    private readonly FederationRecords _records;
    private readonly FederationView _view;

    public FederationTestAction(Workspace workspace)
    {
        _workspace = workspace;
        _records = new FederationRecords(workspace);
        _view = new FederationView(workspace, _records);
    }

    public override string TypeName => "rocketchat_federation_test";

    public override Schema Schema { get; } = new()
    {
        Description = "Tests the federation of the workspace, without a change: the test that `rocketchat_federation` makes when it "
            + "enables federation.",
        Attributes =
        [
            new("engine", TfType.String, AttributeUse.Optional)
            {
                Description = "Kind of federation: `auto` (the default: the one that is enabled), `legacy`, `matrix_bridge` or `native`.",
                Validators =
                [
                    TerraformPlugin.Schemas.Validate.OneOf(
                        [FederationEngine.Auto, .. FederationEngine.All.Select(engine => engine.Name)]),
                ],
            },
            new("domain", TfType.String, AttributeUse.Optional)
            {
                Description = "Federation domain. Defaults to the domain in the settings of the workspace.",
                Validators = [DnsInput.Name],
            },
            new("target", TfType.String, AttributeUse.Optional)
            {
                Description = "Host that other servers connect to. If not set, the test of Matrix skips the document that delegates the "
                    + "domain, and the test of legacy federation uses the host of the provider's `url`.",
                Validators = [DnsInput.Name],
            },
        ],
    };

    protected override async Task InvokeAsync(FederationTestModel config, ActionContext context, CancellationToken cancellationToken)
    {
        var support = await _workspace.Client.Federation.DetectAsync(cancellationToken);
        var named = FederationModel.Empty.With("engine", config.Engine.Or(FederationEngine.Auto)).With("target", TextOf(config.Target));
        var engine = await EngineChoice.MakeAsync(named, support, candidate => _view.IsOnAsync(candidate, cancellationToken));
        var model = named.With("domain", config.Domain.TryGet(out var domain) ? domain : await DomainAsync(engine, cancellationToken));
        await context.ReportAsync($"Testing `{engine.Name}` federation of {model.StringOr("domain", "").Shown()}");
        var key = await _records.KeyAsync(model, engine, cancellationToken);
        var test = await new FederationTester(_workspace).TestAsync(
            model, engine, support, _records.PlanOf(model, engine, key), cancellationToken);
        if (test is null)
        {
            context.Diagnostics.Add(FederationDiagnostics.NotTested(engine, support, model.StringOr("domain", "")));
            return;
        }

        await context.ReportAsync(test.Message);
        if (!test.Ok)
        {
            throw new DiagnosticException(FederationDiagnostics.TestFailed(test, isEnabled: false, "Correct that, and test again."));
        }
    }

    private async Task<string> DomainAsync(FederationEngine engine, CancellationToken cancellationToken) =>
        await _workspace.Client.Settings.GetAsync(engine.Domain, cancellationToken) is { IsMasked: false } setting
        && SettingJson.Read(setting.Value, SettingKind.String) is { IsPresent: true, String.Length: > 0 } domain
            ? domain.String
            : throw new DiagnosticException(
                "No federation to test",
                $"The workspace has no federation domain (setting `{engine.Domain}`). Set `domain`, or set federation up first.");

    private static string? TextOf(Tf<string> text) => text.TryGet(out var value) ? value : null;
}
