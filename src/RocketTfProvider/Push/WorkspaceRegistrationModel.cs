using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

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
        Id = reader.String("id"),
        AcceptPrivacyTerms = reader.Bool("accept_privacy_terms"),
        RegistrationToken = reader.String("registration_token"),
        RegistrationTokenWriteOnly = reader.String("registration_token_wo"),
        RegistrationTokenVersion = reader.Number("registration_token_wo_version"),
        OrganizationEmail = reader.String("organization_email"),
        OrganizationName = reader.String("organization_name"),
        SiteName = reader.String("site_name"),
        MarketingEmails = reader.Bool("marketing_emails"),
        Registered = reader.Bool("registered"),
        WorkspaceId = reader.String("workspace_id"),
        UniqueId = reader.String("unique_id"),
    };

    public void Write(ModelWriter writer) => writer
        .String("id", Id)
        .Bool("accept_privacy_terms", AcceptPrivacyTerms)
        .String("registration_token", RegistrationToken)
        .String("registration_token_wo", RegistrationTokenWriteOnly)
        .Number("registration_token_wo_version", RegistrationTokenVersion)
        .String("organization_email", OrganizationEmail)
        .String("organization_name", OrganizationName)
        .String("site_name", SiteName)
        .Bool("marketing_emails", MarketingEmails)
        .Bool("registered", Registered)
        .String("workspace_id", WorkspaceId)
        .String("unique_id", UniqueId);
}
