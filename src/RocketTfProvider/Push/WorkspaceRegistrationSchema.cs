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
        Description = "Registers the workspace with Rocket.Chat's cloud, which the gateway for push notifications needs. "
            + "A workspace has one registration: use this resource once.",
        Validators = [Validate.AllOrNone("registration_token_wo", "registration_token_wo_version")],
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed)
            {
                Description = "Always `workspace`.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("accept_privacy_terms", TfType.Bool, AttributeUse.Required)
            {
                Description = "Accepts the terms of service and the privacy policy of Rocket.Chat's cloud, in the name of whoever runs the workspace "
                    + "(setting `Cloud_Service_Agree_PrivacyTerms`). Must be `true`; there is no default, since this is a legal act.",
                Validators = [MustAccept],
            },
            new("registration_token", TfType.String, AttributeUse.Optional)
            {
                Description = "The token that the cloud console gives for a self-managed workspace. It is sent once, when the workspace is not registered "
                    + "yet; a new token alone never registers again. The state holds it in clear: where the CLI can, prefer `registration_token_wo`. "
                    + "Without a token, the resource accepts the terms and reports the status.",
                Sensitive = true,
                Validators = [Validate.NotWhiteSpace],
            },
            new("registration_token_wo", TfType.String, AttributeUse.Optional)
            {
                Description = "As `registration_token`, but never stored (write-only). Needs Terraform 1.11 or OpenTofu 1.11, and `registration_token_wo_version`.",
                Sensitive = true,
                WriteOnly = true,
                Validators = [Validate.NotWhiteSpace],
            },
            new("registration_token_wo_version", TfType.Number, AttributeUse.Optional)
            {
                Description = "A number that goes up whenever `registration_token_wo` changes.",
                Validators = [Validate.Integer(0, int.MaxValue)],
            },
            OptionalText(
                "organization_email",
                "The address that the cloud writes to (setting `Organization_Email`). Must be that of the account in the cloud console. Not managed when not set.",
                LooksLikeAddress),
            OptionalText("organization_name", "Name of the organization (setting `Organization_Name`). Not managed when not set.", Validate.NotWhiteSpace),
            OptionalText(
                "site_name",
                "Name of the workspace, under which the cloud registers it (setting `Site_Name`). Not managed when not set.",
                Validate.NotWhiteSpace),
            new("marketing_emails", TfType.Bool, AttributeUse.OptionalComputed)
            {
                Description = "Whether the cloud may send marketing e-mails (setting `Allow_Marketing_Emails`). Not managed when not set; Rocket.Chat's own "
                    + "default is `true`.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("registered", TfType.Bool, AttributeUse.Computed)
            {
                Description = "Whether the workspace holds credentials of the cloud, and the connection to it is switched on (setting `Register_Server`).",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("workspace_id", TfType.String, AttributeUse.Computed)
            {
                Description = "The id that the cloud gave the workspace; null while it has none.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("unique_id", TfType.String, AttributeUse.Computed)
            {
                Description = "The deployment's own id (setting `uniqueID`).",
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

    private static void LooksLikeAddress(TfValue value, AttributePath path, DiagnosticList diagnostics)
    {
        var at = value.String.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == value.String.Length - 1 || value.String.Any(char.IsWhiteSpace))
        {
            diagnostics.AddError("Invalid e-mail address", $"`{path}` must be an e-mail address, such as `it@example.org`.", path);
        }
    }

    private static SchemaAttribute OptionalText(string name, string description, AttributeValidator validator) =>
        new(name, TfType.String, AttributeUse.OptionalComputed)
        {
            Description = description,
            Validators = [validator],
            PlanModifiers = [PlanModifiers.UseStateForUnknown],
        };
}
