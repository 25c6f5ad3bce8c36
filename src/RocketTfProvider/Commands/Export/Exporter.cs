using RocketTfProvider.Connection;

namespace RocketTfProvider.Commands.Export;

/// <summary>Reads a workspace into a module.</summary>
internal sealed class Exporter(Workspace workspace, ExportScope scope, ExportModule module, Terminal terminal)
{
    /// <param name="journal">The owners that an earlier run has read; this one adds to them. Null to read all of them.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="RocketChat.Client.Errors.RocketChatException">A call failed.</exception>
    public async Task ReadAsync(OwnerJournal? journal, CancellationToken cancellationToken)
    {
        var client = workspace.Client;
        await workspace.Run.Identity.RequireExpectedAsync(cancellationToken);
        if (scope.Has(ExportSubject.Owners))
        {
            await new OwnersExport(client, scope, module, terminal, journal).RunAsync(cancellationToken);
        }

        terminal.ShowProgress("Reading settings …");
        var ids = (await client.Settings.ListAsync(cancellationToken)).Select(setting => setting.Id).ToList();
        var live = await client.Settings.ReadAsync(ids, cancellationToken);
        var settings = new SettingsExport(live, scope, module);
        if (scope.Has(ExportSubject.Push))
        {
            new PushExport(live, scope, module).Run();
        }

        if (scope.Has(ExportSubject.Registration))
        {
            await new RegistrationExport(client, scope, module, settings).RunAsync(cancellationToken);
        }

        if (scope.Has(ExportSubject.Federation))
        {
            await new FederationExport(workspace, module, settings).RunAsync(cancellationToken);
        }

        if (scope.Has(ExportSubject.Settings))
        {
            new LicenseExport(live, module, settings).Run();
            settings.AddOthers();
        }

        terminal.EndProgress();
    }
}
