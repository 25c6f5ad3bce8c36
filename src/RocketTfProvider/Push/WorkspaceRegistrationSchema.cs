using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary>The schema of <c>rocketchat_workspace_registration</c>.</summary>
internal static class WorkspaceRegistrationSchema
{
    public static Schema Instance { get; } = new()
    {
        Description = "Registers the workspace with Rocket.Chat Cloud, which the push gateway requires. "
            + "A workspace has one registration, so use this resource once.",
        Validators =
        [
            Validate.AtMostOneOf("registration_token", "registration_token_wo"),
            Validate.AllOrNone("registration_token_wo", "registration_token_wo_version"),
        ],
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed)
            {
                Description = "Constant: `workspace`.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("accept_privacy_terms", TfType.Bool, AttributeUse.Required)
            {
                Description = "Accepts the terms of service and the privacy policy of Rocket.Chat Cloud, on behalf of the operator of the "
                    + "workspace "
                    + "(setting `Cloud_Service_Agree_PrivacyTerms`). Must be `true`. There is no default, because this is a legal act.",
                Validators = [MustAccept],
            },
            new("registration_token", TfType.String, AttributeUse.Optional)
            {
                Description = "Registration token from the cloud console for a self-managed workspace. It is sent once, while the "
                    + "workspace is not registered "
                    + "yet; a new token alone never registers the workspace again. The state holds the token in clear text: prefer "
                    + "`registration_token_wo` if your CLI supports it. "
                    + "Without a token, the resource only accepts the terms and reports the status.",
                Sensitive = true,
                Validators = [Validate.NotWhiteSpace],
            },
            new("registration_token_wo", TfType.String, AttributeUse.Optional)
            {
                Description = "Same as `registration_token`, but never stored in state or plan (write-only). Requires Terraform 1.11 or "
                    + "OpenTofu 1.11, and `registration_token_wo_version`.",
                Sensitive = true,
                WriteOnly = true,
                Validators = [Validate.NotWhiteSpace],
            },
            new("registration_token_wo_version", TfType.Number, AttributeUse.Optional)
            {
                Description = "Version of `registration_token_wo`. Increase the version whenever the token changes.",
                Validators = [Validate.Integer(0, int.MaxValue)],
            },
            OptionalString(
                "organization_email",
                "Email address that the cloud writes to (setting `Organization_Email`). Must be the address of the account in the cloud "
                    + "console. Not managed if not set.",
                EmailAddress.Validator),
            OptionalString(
                "organization_name",
                "Name of the organization (setting `Organization_Name`). Not managed if not set.",
                Validate.NotWhiteSpace),
            OptionalString(
                "site_name",
                "Name of the workspace in the cloud (setting `Site_Name`). Not managed if not set.",
                Validate.NotWhiteSpace),
            new("marketing_emails", TfType.Bool, AttributeUse.OptionalComputed)
            {
                Description = "Whether the cloud may send marketing emails (setting `Allow_Marketing_Emails`). Not managed if not set; "
                    + "Rocket.Chat's own "
                    + "default is `true`.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("registered", TfType.Bool, AttributeUse.Computed)
            {
                Description = "Whether the workspace has cloud credentials and the connection to the cloud is enabled (setting "
                    + "`Register_Server`).",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("workspace_id", TfType.String, AttributeUse.Computed)
            {
                Description = "Id that the cloud assigned to the workspace; null if there is none.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("unique_id", TfType.String, AttributeUse.Computed)
            {
                Description = "Id of the deployment itself (setting `uniqueID`).",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            OperationTimeouts.Default.ToAttribute(),
        ],
    };

    private static void MustAccept(TfValue value, AttributePath path, DiagnosticList diagnostics)
    {
        if (!value.Bool)
        {
            diagnostics.AddError(
                "Terms not accepted",
                $"`{path}` must be `true`: the cloud serves only those who have accepted its terms of service and its privacy policy "
                + "(https://rocket.chat/terms, https://rocket.chat/privacy). Read them and set it, or remove the resource.",
                path);
        }
    }

    private static SchemaAttribute OptionalString(string name, string description, AttributeValidator validator) =>
        new(name, TfType.String, AttributeUse.OptionalComputed)
        {
            Description = description,
            Validators = [validator],
            PlanModifiers = [PlanModifiers.UseStateForUnknown],
        };
}
