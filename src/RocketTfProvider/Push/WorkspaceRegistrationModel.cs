using RocketTfProvider.Settings;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary>The attributes of <c>rocketchat_workspace_registration</c>.</summary>
/// <param name="Attributes">All of them, by path.</param>
internal sealed record WorkspaceRegistrationModel(SettingsModel Attributes) : IModel<WorkspaceRegistrationModel>
{
    public const string Id = "id";
    public const string Token = "registration_token";
    public const string WriteOnlyToken = "registration_token_wo";
    public const string TokenVersion = "registration_token_wo_version";
    public const string Registered = "registered";
    public const string WorkspaceId = "workspace_id";
    public const string UniqueId = "unique_id";

    /// <summary>Whether a token is given, perhaps one that is not known yet. Only a configuration holds write-only values.</summary>
    public bool HasToken => !At(Token).IsNull || !At(WriteOnlyToken).IsNull;

    /// <summary>The token, plain or write-only; null without one, or while it is not known.</summary>
    public string? KnownToken =>
        At(Token) is { IsPresent: true } token ? token.String : At(WriteOnlyToken) is { IsPresent: true } secret ? secret.String : null;

    public bool IsRegistered => At(Registered).Equals(TfValue.True);

    public bool AcceptsTerms => At(RegistrationTable.AcceptTerms).Equals(TfValue.True);

    public static WorkspaceRegistrationModel Read(ModelReader reader) => new(SettingsModel.Read(reader));

    public void Write(ModelWriter writer) => Attributes.Write(writer);

    public TfValue At(string name) => Attributes.At(name);

    public WorkspaceRegistrationModel With(string name, TfValue value) => new(Attributes.With(name, value));

    /// <summary>The model with the registration as the server reports it; only unknown attributes are filled if asked for.</summary>
    public WorkspaceRegistrationModel With(RegistrationStatus status, bool onlyUnknown)
    {
        (string Name, TfValue Value)[] found =
        [
            (Id, TfValue.Of(WorkspaceRegistrationResource.OnlyId)),
            (Registered, TfValue.Of(status.IsRegistered)),
            (WorkspaceId, TfValue.Of(status.Cloud.WorkspaceId)),
            (UniqueId, TfValue.Of(status.Cloud.UniqueId)),
        ];
        return found.Where(f => !onlyUnknown || At(f.Name).IsUnknown).Aggregate(this, (model, f) => model.With(f.Name, f.Value));
    }
}
