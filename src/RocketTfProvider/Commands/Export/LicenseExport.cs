using RocketChat.Client;
using RocketTfProvider.Commands.Hcl;
using RocketTfProvider.License;

namespace RocketTfProvider.Commands.Export;

/// <summary>Exports the license: a secret, for which a person has to decide whether the configuration or the cloud provides it.</summary>
internal sealed class LicenseExport(IReadOnlyDictionary<string, Setting> live, ExportModule module, SettingsExport settings)
{
    private const string Variable = "license";

    public void Run()
    {
        settings.Take(LicenseTable.SettingId);
        if (LicenseTable.TextIn(live).Length == 0)
        {
            return;
        }

        module.AddSecret(
            module.Settings,
            LicenseTable.SettingId,
            Variable,
            new HclBody().Block(
                $"resource \"{LicenseResource.Name}\" \"this\"", new HclBody().Set(LicenseTable.License.Path, $"var.{Variable}")),
            "The license of the workspace, which is not exported. Uncomment to manage it, unless it comes from Rocket.Chat Cloud.");
    }
}
