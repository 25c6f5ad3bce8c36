using RocketChat.Client;
using RocketTfProvider.Commands.Hcl;
using RocketTfProvider.Push;
using RocketTfProvider.Settings;
using TerraformPlugin.Values;

namespace RocketTfProvider.Commands.Export;

/// <summary>Exports the registration with the cloud.</summary>
internal sealed class RegistrationExport(RocketChatClient client, ExportScope scope, ExportModule module, SettingsExport settings)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        RegistrationStatus status;
        try
        {
            status = await RegistrationStatus.ReadAsync(client, cancellationToken);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.Forbidden)
        {
            module.LeftOut.Add(new("registration", "This account may not read it, which needs the permission `manage-cloud`."));
            return;
        }

        if (!status.Cloud.IsRegistered || !status.AcceptsTerms)
        {
            module.LeftOut.Add(new("registration", status.Cloud.IsRegistered
                ? "The privacy terms of the cloud are not accepted, which the resource would change."
                : "The workspace is not registered with Rocket.Chat Cloud."));
            return;
        }

        List<(string Path, string Literal)> attributes = [(RegistrationTable.AcceptTerms, HclText.Of(TfValue.True))];
        foreach (var row in RegistrationTable.Settings.Where(row => row.Path != RegistrationTable.AcceptTerms))
        {
            if (row.IdAmong(status.Settings) is { } id
                && SettingsExport.IsWanted(status.Settings[id], scope.HasAllSettings)
                && ValueOf(row, status.Settings[id]) is { } value)
            {
                attributes.Add((row.Path, HclText.Of(value)));
                settings.Take(id);
            }
        }

        module.Add(
            module.Push, WorkspaceRegistrationResource.Name, "this", WorkspaceRegistrationResource.OnlyId, HclTree.Of(attributes));
    }

    private static TfValue? ValueOf(SettingAttribute row, Setting setting)
    {
        var value = SettingJson.Read(setting.Value, row.Kind);
        var attribute = WorkspaceRegistrationSchema.Instance.Attributes.Single(attribute => attribute.Name == row.Path);
        return AttributeCheck.FaultOf(value, row.Path, attribute.Validators) is null ? value : null;
    }
}
