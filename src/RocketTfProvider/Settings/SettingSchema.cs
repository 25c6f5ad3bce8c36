using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
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
        Version = 1,
        Description = "Manages one setting of the workspace by its id. For push notifications, use `rocketchat_push_settings`, which has a "
            + "documented attribute for each setting.",
        Validators = [Validate.AtMostOneOf(Value, Sensitive, WriteOnly), Validate.AllOrNone(WriteOnly, Version)],
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed)
            {
                Description = "Id of the setting.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new(SettingId, TfType.String, AttributeUse.Required)
            {
                Description = "Id of the setting, such as `Message_MaxAllowedSize`. The address bar and the API show the id, and the data "
                    + "source `rocketchat_settings` lists "
                    + "all ids. Changing it forces a new resource.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
                PlanModifiers = [PlanModifiers.RequiresReplace],
            },
            new(Value, TfType.Dynamic, AttributeUse.OptionalComputed)
            {
                Description = "Value of the setting, of the setting's own type: boolean, number, string, or list of strings. "
                    + "Set exactly one of `value`, `sensitive_value` and `sensitive_value_wo`; an imported setting without any of them "
                    + "is not managed. Never shows a secret that is read from the server.",
            },
            new(Sensitive, TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Same as `value`, for a string that plans must not show, such as a password or a key.",
                Sensitive = true,
            },
            new(WriteOnly, TfType.String, AttributeUse.Optional)
            {
                Description = "Same as `sensitive_value`, but never stored in state or plan (write-only). Requires Terraform 1.11 or "
                    + "OpenTofu 1.11, and `sensitive_value_wo_version`.",
                Sensitive = true,
                WriteOnly = true,
            },
            new(Version, TfType.Number, AttributeUse.Optional)
            {
                Description = "Version of `sensitive_value_wo`. Increase the version to send the value again: a plan cannot see that a "
                    + "write-only value changed.",
                Validators = [Validate.Integer(0, long.MaxValue)],
            },
            OnDestroy.Attribute,
            OperationTimeouts.Default.ToAttribute(),
        ],
    };

    /// <summary>
    /// State of version 0, in which imports put secrets into the plain attribute. CLIs show the changes that a refresh finds, so a refresh
    /// would show them once more.
    /// </summary>
    public static StateUpgrader FromVersion0 { get; } = new(
        Instance.Type,
        state => state.Attributes[SettingId] is { IsPresent: true } id && Setting.IsSecretId(id.String)
            && state.Attributes[Value] is { IsPresent: true, Inner.Kind: TfValueKind.String } value
            ? state.With(Value, TfValue.Null).With(Sensitive, value.Inner)
            : state);
}
