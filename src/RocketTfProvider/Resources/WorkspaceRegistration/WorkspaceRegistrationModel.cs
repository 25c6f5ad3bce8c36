using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Resources.WorkspaceRegistration;

/// <summary>The attributes of <c>rocketchat_workspace_registration</c>.</summary>
internal sealed record WorkspaceRegistrationModel : IModel<WorkspaceRegistrationModel>
{
    public Tf<string> Id { get; init; }

    public Tf<bool> AcceptPrivacyTerms { get; init; }

    public Tf<string> RegistrationToken { get; init; }

    public Tf<string> RegistrationTokenWriteOnly { get; init; }

    public Tf<TfNumber> RegistrationTokenVersion { get; init; }

    public Tf<string> OrganizationEmail { get; init; }

    public Tf<string> OrganizationName { get; init; }

    public Tf<string> SiteName { get; init; }

    public Tf<bool> MarketingEmails { get; init; }

    public Tf<bool> Registered { get; init; }

    public Tf<string> WorkspaceId { get; init; }

    public Tf<string> UniqueId { get; init; }

    /// <summary>A token is given, perhaps one that is not known yet. Only a configuration holds write-only values.</summary>
    public bool HasToken => !RegistrationToken.IsNull || !RegistrationTokenWriteOnly.IsNull;

    /// <summary>The token, however it is given; null without one or while it is not known.</summary>
    public string? Token => RegistrationToken.TryGet(out var token) || RegistrationTokenWriteOnly.TryGet(out token) ? token : null;

    public static WorkspaceRegistrationModel Read(ModelReader reader) => new()
    {
        Id = reader.Text("id"),
        AcceptPrivacyTerms = reader.Truth("accept_privacy_terms"),
        RegistrationToken = reader.Text("registration_token"),
        RegistrationTokenWriteOnly = reader.Text("registration_token_wo"),
        RegistrationTokenVersion = reader.Number("registration_token_wo_version"),
        OrganizationEmail = reader.Text("organization_email"),
        OrganizationName = reader.Text("organization_name"),
        SiteName = reader.Text("site_name"),
        MarketingEmails = reader.Truth("marketing_emails"),
        Registered = reader.Truth("registered"),
        WorkspaceId = reader.Text("workspace_id"),
        UniqueId = reader.Text("unique_id"),
    };

    public void Write(ModelWriter writer) => writer
        .Text("id", Id)
        .Truth("accept_privacy_terms", AcceptPrivacyTerms)
        .Text("registration_token", RegistrationToken)
        .Text("registration_token_wo", RegistrationTokenWriteOnly)
        .Number("registration_token_wo_version", RegistrationTokenVersion)
        .Text("organization_email", OrganizationEmail)
        .Text("organization_name", OrganizationName)
        .Text("site_name", SiteName)
        .Truth("marketing_emails", MarketingEmails)
        .Truth("registered", Registered)
        .Text("workspace_id", WorkspaceId)
        .Text("unique_id", UniqueId);
}
