using System.Text.Json;
using RocketChat.Client;

namespace RocketTfProvider.Push;

/// <summary>The workspace's registration, as the server reports it.</summary>
/// <param name="Cloud">The credentials.</param>
/// <param name="Settings">The settings that belong to the registration.</param>
internal sealed record RegistrationStatus(CloudRegistration Cloud, IReadOnlyDictionary<string, Setting> Settings)
{
    /// <summary>The setting that says whether the terms are accepted.</summary>
    public const string TermsId = "Cloud_Service_Agree_PrivacyTerms";

    /// <summary>The setting that enables the connection to the cloud.</summary>
    public const string ConnectedId = "Register_Server";

    /// <summary>The workspace has its credentials and uses them.</summary>
    public bool IsRegistered => Cloud.IsRegistered && IsOn(ConnectedId);

    public bool AcceptsTerms => IsOn(TermsId);

    /// <summary>Whether push reaches the gateway: the workspace is registered, and the terms are accepted.</summary>
    public bool HasAccess => IsRegistered && AcceptsTerms;

    /// <exception cref="RocketChatException">The server could not be asked.</exception>
    public static async Task<RegistrationStatus> ReadAsync(RocketChatClient client, CancellationToken cancellationToken)
    {
        var cloud = await client.Cloud.GetRegistrationAsync(cancellationToken);
        return new(cloud, await ReadSettingsAsync(client, cancellationToken));
    }

    /// <summary>The settings alone.</summary>
    /// <exception cref="RocketChatException">The server could not be asked.</exception>
    public static Task<IReadOnlyDictionary<string, Setting>> ReadSettingsAsync(
        RocketChatClient client, CancellationToken cancellationToken) =>
        client.Settings.ReadAsync([ConnectedId, .. RegistrationTable.Settings.SelectMany(s => s.Ids)], cancellationToken);

    /// <summary>Whether the settings give access to the gateway, as far as the account may see them.</summary>
    public static bool GivesAccess(IReadOnlyDictionary<string, Setting> settings) =>
        !IsOff(settings, ConnectedId) && !IsOff(settings, TermsId);

    /// <summary>Whether the server says that the setting is off, which it does not where the account may not see it.</summary>
    public static bool IsOff(IReadOnlyDictionary<string, Setting> settings, string id) =>
        settings.GetValueOrDefault(id) is { Value.ValueKind: JsonValueKind.False };

    private bool IsOn(string id) => Settings.GetValueOrDefault(id) is { Value.ValueKind: JsonValueKind.True };
}
