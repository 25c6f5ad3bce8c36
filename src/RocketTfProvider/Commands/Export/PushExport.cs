using RocketTfProvider.Commands.Hcl;
using RocketTfProvider.Push;
using RocketTfProvider.Settings;
using TerraformPlugin.Values;

namespace RocketTfProvider.Commands.Export;

/// <summary>Exports the push settings.</summary>
internal sealed class PushExport(IReadOnlyDictionary<string, Setting> live, ExportScope scope, ExportModule module)
{
    private const string ResourceName = "this";

    public void Run()
    {
        List<(string Path, string Literal)> attributes = [];
        List<(SettingAttribute Row, string Id)> secrets = [];
        foreach (var row in PushSettingsTable.Settings)
        {
            if (row.IdAmong(live) is not { } id || !IsWanted(row, live[id]))
            {
                continue;
            }

            if (row.IsSecret || SettingsExport.HoldsSecret(live[id]))
            {
                secrets.Add((row, id));
            }
            else
            {
                var value = SettingJson.Read(live[id].Value, row.Kind);
                if (AttributeCheck.FaultOf(value, row.Path, row.Validators) is { } fault)
                {
                    module.LeftOut.Add(new($"setting {id}", fault));
                }
                else
                {
                    attributes.Add((row.Path, HclText.Of(value)));
                }
            }
        }

        if (attributes.Count == 0)
        {
            module.LeftOut.Add(new("push settings", "The server shows none of them to this account."));
            return;
        }

        module.Add(module.Push, PushSettingsResource.Name, ResourceName, PushSettingsResource.OnlyId, HclTree.Of(attributes));
        foreach (var (row, id) in secrets)
        {
            var variable = row.Path.Replace('.', '_');
            module.AddSecret(
                module.Push,
                id,
                variable,
                HclTree.Of([(row.Path, $"var.{variable}")]),
                $"A secret, whose value is not exported. To manage it, add it to {PushSettingsResource.Name}.{ResourceName}.");
        }
    }

    // The two switches are the first question of every reader.
    private bool IsWanted(SettingAttribute row, Setting setting) =>
        row.Path is PushSettingsTable.Enabled or PushSettingsTable.GatewayEnabled
        || (SettingsExport.IsWanted(setting, scope.HasAllSettings, row.DefaultValue)
            && (row.IsSecret || !SettingJson.Read(setting.Value, row.Kind).Equals(TfValue.Of(""))));
}
