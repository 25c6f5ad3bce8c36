using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Settings;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary>What the server says about its registration, with the settings that belong to it.</summary>
internal sealed class RegistrationStatus
{
    /// <summary>The setting that says whether the terms are accepted.</summary>
    public const string TermsId = "Cloud_Service_Agree_PrivacyTerms";

    /// <summary>The setting that says whether the connection to the cloud is switched on.</summary>
    public const string ConnectedId = "Register_Server";

    private const string EmailId = "Organization_Email";
    private const string OrganizationId = "Organization_Name";
    private const string SiteNameId = "Site_Name";
    private const string MarketingId = "Allow_Marketing_Emails";

    private readonly RocketChatClient _client;
    private readonly IReadOnlyDictionary<string, Setting> _settings;

    private RegistrationStatus(RocketChatClient client, CloudRegistration cloud, IReadOnlyDictionary<string, Setting> settings) =>
        (_client, Cloud, _settings) = (client, cloud, settings);

    public CloudRegistration Cloud { get; }

    /// <summary>The workspace has its credentials and uses them.</summary>
    public bool IsRegistered => Cloud.IsRegistered && Truth(ConnectedId).Or(false);

    public bool AcceptsTerms => Truth(TermsId).Or(false);

    public static async Task<RegistrationStatus> ReadAsync(RocketChatClient client, CancellationToken cancellationToken)
    {
        var cloud = await client.Cloud.GetRegistrationAsync(cancellationToken);
        string[] ids = [TermsId, ConnectedId, EmailId, OrganizationId, SiteNameId, MarketingId];
        return new RegistrationStatus(client, cloud, await client.Settings.ReadAsync(ids, cancellationToken));
    }

    /// <summary>Which attributes of a configuration are which settings; those that are not known yet too.</summary>
    public static IEnumerable<(string Path, string SettingId)> Claimed(WorkspaceRegistrationModel config)
    {
        yield return ("accept_privacy_terms", TermsId);
        (string Path, string SettingId, bool IsNamed)[] others =
        [
            ("registration_token", ConnectedId, config.HasToken),
            ("organization_email", EmailId, !config.OrganizationEmail.IsNull),
            ("organization_name", OrganizationId, !config.OrganizationName.IsNull),
            ("site_name", SiteNameId, !config.SiteName.IsNull),
            ("marketing_emails", MarketingId, !config.MarketingEmails.IsNull),
        ];
        foreach (var (path, settingId, _) in others.Where(o => o.IsNamed))
        {
            yield return (path, settingId);
        }
    }

    /// <summary>Notes which settings a configuration names, and what they were before it did.</summary>
    public void Remember(WorkspaceRegistrationModel config, SettingsMemory memory)
    {
        var ids = Claimed(config).Select(c => c.SettingId).Where(_settings.ContainsKey).ToList();
        foreach (var id in ids.Where(id => !memory.Manages(id)))
        {
            memory.KeepBefore(id, _settings[id].Value);
        }

        memory.Manage(ids);
    }

    /// <summary>Tells what somebody else changed of what is managed.</summary>
    public void TellDrift(WorkspaceRegistrationModel state, SettingsMemory memory, DiagnosticList diagnostics)
    {
        var drift = new SettingDrift(knowsBefore: true);
        foreach (var (id, stored) in Values(state).Where(v => memory.Manages(v.Id) && _settings.ContainsKey(v.Id)))
        {
            drift.Compare(_settings[id], stored.Kind == TfValueKind.Bool ? SettingKind.Bool : SettingKind.String, stored, memory.Before(id));
        }

        drift.Tell(diagnostics);
    }

    /// <summary>The model with what the server says.</summary>
    public WorkspaceRegistrationModel Into(WorkspaceRegistrationModel model) => model with
    {
        Id = WorkspaceRegistrationResource.OnlyId,
        AcceptPrivacyTerms = AcceptsTerms,
        OrganizationEmail = Text(EmailId),
        OrganizationName = Text(OrganizationId),
        SiteName = Text(SiteNameId),
        MarketingEmails = Truth(MarketingId),
        Registered = IsRegistered,
        WorkspaceId = Cloud.WorkspaceId,
        UniqueId = Cloud.UniqueId,
    };

    /// <summary>Writes what the user wrote and the server has otherwise; the terms last, after what they are accepted for.</summary>
    public Task WriteAsync(WorkspaceRegistrationModel wanted, CancellationToken cancellationToken) => _client.Settings.ChangeAsync(
        [.. Values(wanted).Where(v => v.Value.IsPresent).Select(v => new SettingChange(v.Id, SettingJson.Of(v.Value)))], cancellationToken);

    /// <summary>Switches the connection on where the workspace holds credentials but does not use them.</summary>
    public Task SwitchOnAsync(CancellationToken cancellationToken) =>
        _client.Settings.ChangeAsync([new(ConnectedId, SettingJson.Of(TfValue.True))], cancellationToken);

    private static (string Id, TfValue Value)[] Values(WorkspaceRegistrationModel model) =>
    [
        (OrganizationId, ToValue(model.OrganizationName)),
        (SiteNameId, ToValue(model.SiteName)),
        (EmailId, ToValue(model.OrganizationEmail)),
        (MarketingId, ToValue(model.MarketingEmails)),
        (TermsId, ToValue(model.AcceptPrivacyTerms)),
    ];

    private static TfValue ToValue(Tf<string> text) => text.TryGet(out var known) ? TfValue.Of(known) : TfValue.Null;

    private static TfValue ToValue(Tf<bool> truth) => truth.TryGet(out var known) ? TfValue.Of(known) : TfValue.Null;

    private Tf<string> Text(string id) =>
        _settings.GetValueOrDefault(id) is { Value: { ValueKind: JsonValueKind.String } value } ? value.GetString() : Tf<string>.Null;

    // A text "true" in its place is none: clients stumble over it, so it is written anew.
    private Tf<bool> Truth(string id) =>
        _settings.GetValueOrDefault(id) is { Value: { ValueKind: JsonValueKind.True or JsonValueKind.False } value } ? value.GetBoolean() : Tf<bool>.Null;
}
