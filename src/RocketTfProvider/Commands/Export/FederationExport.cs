using RocketTfProvider.Commands.Hcl;
using RocketTfProvider.Connection;
using RocketTfProvider.Federation;
using RocketTfProvider.Settings;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Commands.Export;

/// <summary>Exports the federation.</summary>
internal sealed class FederationExport(Workspace workspace, ExportModule module, SettingsExport settings)
{
    private readonly FederationRecords _records = new(workspace);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AddAsync(cancellationToken);
        }
        catch (DiagnosticException fault)
        {
            // A plan would fail with it.
            module.LeftOut.Add(new("federation", fault.Diagnostic.Detail));
        }
    }

    private async Task AddAsync(CancellationToken cancellationToken)
    {
        var client = workspace.Client;
        var support = await client.Federation.DetectAsync(cancellationToken);
        var view = new FederationView(workspace, _records);
        var engine = await EngineChoice.MakeAsync(
            FederationModel.Empty, support, candidate => view.IsOnAsync(candidate, cancellationToken));
        var domain = await client.Settings.GetAsync(engine.Domain, cancellationToken);
        if (domain is not { IsMasked: false } || SettingJson.Read(domain.Value, SettingKind.String) is not { IsPresent: true } text
            || text.String.Length == 0)
        {
            module.LeftOut.Add(new("federation", $"It has no domain (setting `{engine.Domain}`), so it was never set up."));
            return;
        }

        var attribute = FederationSchema.Instance.Attributes.Single(attribute => attribute.Name == "domain");
        if (AttributeCheck.FaultOf(text, attribute.Name, attribute.Validators) is { } fault)
        {
            module.LeftOut.Add(new("federation", fault));
            return;
        }

        var model = FederationModel.Empty
            .With("engine", engine.Name)
            .With("enabled", TfValue.Of(await view.IsOnAsync(engine, cancellationToken)))
            .With("domain", text);
        var key = await _records.KeyAsync(model, engine, cancellationToken);
        var found = await new FederationChecks(workspace).CheckAsync(
            model, engine, support, key, await view.ReadAsync(model, engine, cancellationToken), appliedDomain: null, cancellationToken);
        if (found.FirstOrDefault(finding => finding.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new DiagnosticException(error);
        }

        module.Add(
            module.Federation,
            FederationResource.Name,
            "this",
            $"{FederationResource.OnlyId}/{engine.Name}",
            HclTree.Of([.. from name in (string[])["engine", "enabled", "domain"] select (name, HclText.Of(model.At(name)))]));

        // An import of the federation takes over no nested attribute.
        settings.AddChanged(module.Federation, engine.Settings.SelectMany(row => row.Ids));
    }
}
