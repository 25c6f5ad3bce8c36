using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>The schema of <c>rocketchat_setting</c>.</summary>
internal static class SettingSchema
{
    public const string SettingId = "setting_id";
    public const string Value = "value";
    public const string Sensitive = "sensitive_value";
    public const string WriteOnly = "sensitive_value_wo";
    public const string Version = "sensitive_value_wo_version";

    public static Schema Instance { get; } = new()
    {
        Description = "One setting of the workspace, by its id. For push notifications there is `rocketchat_push_settings`, which knows what its settings mean.",
        Validators = [Validate.ExactlyOneOf(Value, Sensitive, WriteOnly), Validate.AllOrNone(WriteOnly, Version)],
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed) { Description = "The setting's id.", PlanModifiers = [PlanModifiers.UseStateForUnknown] },
            new(SettingId, TfType.String, AttributeUse.Required)
            {
                Description = "Id of the setting, such as `Message_MaxAllowedSize`: the address bar or the API shows it, and the data source `rocketchat_settings` lists "
                    + "them. Changing it makes a new resource.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
                PlanModifiers = [PlanModifiers.RequiresReplace],
            },
            new(Value, TfType.Dynamic, AttributeUse.Optional)
            {
                Description = "The value, with the type that the setting has: `true` or `false`, a number, a string, or a list of strings. "
                    + "Either this, `sensitive_value` or `sensitive_value_wo`.",
            },
            new(Sensitive, TfType.String, AttributeUse.Optional) { Description = "As `value`, for a text that no plan may show.", Sensitive = true },
            new(WriteOnly, TfType.String, AttributeUse.Optional)
            {
                Description = "As `sensitive_value`, but in no state or plan. Needs Terraform 1.11 or OpenTofu 1.11, and `sensitive_value_wo_version`.",
                Sensitive = true,
                WriteOnly = true,
            },
            new(Version, TfType.Number, AttributeUse.Optional)
            {
                Description = "Raise it to have `sensitive_value_wo` sent again: nothing else shows in a plan that it changed.",
                Validators = [Validate.Integer(0, long.MaxValue)],
            },
            OnDestroy.Attribute,
            OperationTimeouts.Default.ToAttribute(),
        ],
    };
}
