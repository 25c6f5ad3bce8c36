using System.Text.Json;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>The data source <c>rocketchat_setting</c>.</summary>
internal sealed class SettingDataSource(Workspace workspace) : DataSource<SettingsModel>
{
    public override string TypeName => "rocketchat_setting";

    public override Schema Schema { get; } = new()
    {
        Description = "Reads one setting of the workspace.",
        Attributes =
        [
            new("setting_id", TfType.String, AttributeUse.Required)
            {
                Description = "Id of the setting, such as `Site_Name`.",
                Validators = [TerraformPlugin.Schemas.Validate.NotWhiteSpace, ObjectId.Validator],
            },
            new("value", TfType.Dynamic, AttributeUse.Computed)
            {
                Description = "Stored value: a boolean, a number, a string, or a list of strings; null if the server hides it, and for "
                    + "secrets, which are in `sensitive_value`.",
            },
            new("sensitive_value", TfType.String, AttributeUse.Computed)
            {
                Description = "Stored value of a setting that is a secret, such as a password or a key; null for other settings, and if "
                    + "the server hides it.",
                Sensitive = true,
            },
            new("changed", TfType.Bool, AttributeUse.Computed)
            {
                Description = "Whether the value differs from the default of the server's version; null if the server does not report "
                    + "defaults (before 7.5).",
            },
        ],
    };

    protected override async Task<SettingsModel> ReadAsync(SettingsModel config, CallContext context, CancellationToken cancellationToken)
    {
        var id = config.At("setting_id").String;
        var found = await workspace.Client.Settings.ReadAsync([id], cancellationToken);
        var setting = found.GetValueOrDefault(id) ?? throw new DiagnosticException(SettingCheck.Absent(id));
        return config
            .With("value", setting.IsSecret || setting.IsMasked ? TfValue.Null : SettingValue.FromJson(setting.Value))
            .With("sensitive_value", setting.IsSecret ? SettingJson.Read(setting.Value, SettingKind.String) : TfValue.Null)
            .With("changed", setting.PackageValue is { } packaged && !setting.IsMasked
                ? TfValue.Of(!JsonElement.DeepEquals(packaged, setting.Value)) : TfValue.Null);
    }
}
