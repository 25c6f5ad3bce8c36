using System.Text.Json;
using RocketTfProvider.Commands.Hcl;
using RocketTfProvider.Connection;
using RocketTfProvider.Federation;
using RocketTfProvider.Push;
using RocketTfProvider.Settings;
using TerraformPlugin.Values;

namespace RocketTfProvider.Commands.Export;

/// <summary>Exports single settings.</summary>
/// <param name="live">All settings of the server, with the values that are stored.</param>
/// <param name="scope">The part to export.</param>
/// <param name="module">Receives them.</param>
internal sealed class SettingsExport(IReadOnlyDictionary<string, Setting> live, ExportScope scope, ExportModule module)
{
    private readonly IReadOnlyDictionary<string, string> _names =
        ResourceNames.Of(live.Keys.Order(StringComparer.Ordinal).Select(id => (id, id)), "setting");

    // The settings that have a resource of their own.
    private readonly HashSet<string> _taken =
    [
        .. PushSettingsTable.Settings.SelectMany(row => row.Ids),
        .. FederationEngine.All.SelectMany(engine => (string[])[engine.Switch, engine.Domain]),
        RegistrationStatus.ConnectedId,
        RegistrationStatus.TermsId,
    ];

    /// <summary>Leaves a setting to a resource that was exported.</summary>
    public void Take(string id) => _taken.Add(id);

    /// <summary>Exports every setting that no other part of the export has.</summary>
    public void AddOthers()
    {
        if (!scope.HasAllSettings && live.Values.All(setting => setting.PackageValue is null))
        {
            module.LeftOut.Add(new(
                "settings",
                "This version of Rocket.Chat does not report packaged values (7.5 and later do), so nobody can know which settings were "
                + "changed. Export with `--all-settings`, and remove what you do not want to manage."));
            return;
        }

        AddChanged(module.Settings, live.Keys.Where(id => !_taken.Contains(id)));
    }

    /// <summary>Exports those of these settings that are changed.</summary>
    public void AddChanged(HclFile file, IEnumerable<string> ids)
    {
        foreach (var id in ids.Where(live.ContainsKey).Order(StringComparer.Ordinal))
        {
            Take(id);
            if (UnwritableSettings.Reason(id) is null && IsWanted(live[id], scope.HasAllSettings))
            {
                Add(file, live[id]);
            }
        }
    }

    /// <summary>Whether a setting differs from its packaged value, where the server shows both.</summary>
    public static bool IsWanted(Setting setting, bool hasAllSettings, JsonElement? knownPackageValue = null) =>
        setting.IsMasked || hasAllSettings
        || ((setting.PackageValue ?? knownPackageValue) is { } packaged && !JsonElement.DeepEquals(packaged, setting.Value));

    /// <summary>Whether a setting holds a secret, which no export writes.</summary>
    public static bool HoldsSecret(Setting setting) => setting.IsMasked || setting.IsSecret;

    private void Add(HclFile file, Setting setting)
    {
        var name = _names[setting.Id];
        var content = new HclBody().Set(SettingSchema.SettingId, HclText.Quote(setting.Id));
        if (HoldsSecret(setting))
        {
            content.Set(SettingSchema.Sensitive, $"var.{name}");
            module.AddSecret(
                file,
                setting.Id,
                name,
                new HclBody().Block($"resource \"{SettingResource.Name}\" \"{name}\"", content),
                "A secret, whose value is not exported. Uncomment to manage it.");
            return;
        }

        var value = SettingValue.FromJson(setting.Value);
        var fault = AttributeCheck.FaultOf(TfValue.Of(setting.Id), SettingSchema.SettingId, [ObjectId.Validator])
            ?? AttributeCheck.FaultOf(value, SettingSchema.Value, []);
        if (fault is not null)
        {
            module.LeftOut.Add(new($"setting {setting.Id}", fault));
            return;
        }

        module.Add(file, SettingResource.Name, name, setting.Id, content.Set(SettingSchema.Value, HclText.Of(value)));
    }
}
