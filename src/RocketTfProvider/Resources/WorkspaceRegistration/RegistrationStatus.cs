using System.Text.Json;
using RocketChat.Client;
using TerraformPlugin.Models;

namespace RocketTfProvider.Resources.WorkspaceRegistration;

/// <summary>What the server says about its registration, with the settings that belong to it.</summary>
internal sealed class RegistrationStatus
{
    private const string TermsId = "Cloud_Service_Agree_PrivacyTerms";
    private const string ConnectedId = "Register_Server";
    private const string EmailId = "Organization_Email";
    private const string OrganizationId = "Organization_Name";
    private const string SiteNameId = "Site_Name";
    private const string MarketingId = "Allow_Marketing_Emails";

    private readonly RocketChatClient _client;
    private readonly Dictionary<string, JsonElement> _settings;

    private RegistrationStatus(RocketChatClient client, CloudRegistration cloud, Dictionary<string, JsonElement> settings) =>
        (_client, Cloud, _settings) = (client, cloud, settings);

    public CloudRegistration Cloud { get; }

    /// <summary>The workspace has its credentials and uses them.</summary>
    public bool IsRegistered => Cloud.IsRegistered && Truth(ConnectedId).Or(false);

    public static async Task<RegistrationStatus> ReadAsync(RocketChatClient client, CancellationToken cancellationToken)
    {
        var cloud = await client.Cloud.GetRegistrationAsync(cancellationToken).ConfigureAwait(false);
        string[] ids = [TermsId, ConnectedId, EmailId, OrganizationId, SiteNameId, MarketingId];

        // One list instead of six reads; what an account may not see is missing in it without a word, while a read of its own says so.
        var settings = (await client.Settings.ListAsync(cancellationToken).ConfigureAwait(false))
            .Where(setting => ids.Contains(setting.Id)).ToDictionary(setting => setting.Id, setting => setting.Value);
        foreach (var id in ids.Where(id => !settings.ContainsKey(id)).ToList())
        {
            if (await client.Settings.GetAsync(id, cancellationToken).ConfigureAwait(false) is { } setting)
            {
                settings[id] = setting.Value;
            }
        }

        return new RegistrationStatus(client, cloud, settings);
    }

    /// <summary>The model with what the server says.</summary>
    public WorkspaceRegistrationModel Into(WorkspaceRegistrationModel model) => model with
    {
        Id = WorkspaceRegistrationResource.OnlyId,
        AcceptPrivacyTerms = Truth(TermsId).Or(false),
        OrganizationEmail = Text(EmailId),
        OrganizationName = Text(OrganizationId),
        SiteName = Text(SiteNameId),
        MarketingEmails = Truth(MarketingId),
        Registered = IsRegistered,
        WorkspaceId = Cloud.WorkspaceId,
        UniqueId = Cloud.UniqueId,
    };

    /// <summary>Writes what the user wrote and the server has otherwise; the terms last, after what they are accepted for.</summary>
    public async Task WriteAsync(WorkspaceRegistrationModel wanted, CancellationToken cancellationToken)
    {
        await WriteAsync(OrganizationId, wanted.OrganizationName, cancellationToken).ConfigureAwait(false);
        await WriteAsync(SiteNameId, wanted.SiteName, cancellationToken).ConfigureAwait(false);
        await WriteAsync(EmailId, wanted.OrganizationEmail, cancellationToken).ConfigureAwait(false);
        await WriteAsync(MarketingId, wanted.MarketingEmails, cancellationToken).ConfigureAwait(false);
        await WriteAsync(TermsId, wanted.AcceptPrivacyTerms, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Switches the connection on where the workspace holds credentials but does not use them.</summary>
    public Task SwitchOnAsync(CancellationToken cancellationToken) => WriteAsync(ConnectedId, (Tf<bool>)true, cancellationToken);

    private Task WriteAsync(string id, Tf<bool> wanted, CancellationToken cancellationToken) =>
        wanted.IsNull || wanted == Truth(id) ? Task.CompletedTask : SetAsync(id, wanted.Value ? "true"u8 : "false"u8, cancellationToken);

    private Task WriteAsync(string id, Tf<string> wanted, CancellationToken cancellationToken) => wanted.IsNull || wanted == Text(id)
        ? Task.CompletedTask
        : SetAsync(id, System.Text.Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(wanted.Value)}\""), cancellationToken);

    private Task SetAsync(string id, ReadOnlySpan<byte> json, CancellationToken cancellationToken)
    {
        using var value = JsonDocument.Parse(json.ToArray());
        return _client.Settings.SetAsync(id, value.RootElement.Clone(), cancellationToken);
    }

    private Tf<string> Text(string id) => _settings.TryGetValue(id, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : Tf<string>.Null;

    // A text "true" in its place is none: clients stumble over it, so it is written anew.
    private Tf<bool> Truth(string id) => _settings.TryGetValue(id, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.GetBoolean()
        : Tf<bool>.Null;
}
