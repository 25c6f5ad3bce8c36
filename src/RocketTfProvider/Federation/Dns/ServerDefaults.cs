using RocketChat.Client;
using RocketChat.Federation.Names;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;

namespace RocketTfProvider.Federation.Dns;

/// <summary>Values that the configuration leaves out and the workspace has.</summary>
internal sealed class ServerDefaults(Workspace workspace)
{
    /// <summary>The setting that holds the workspace's key.</summary>
    public const string KeySetting = "FEDERATION_Public_Key";

    private const int UsualPort = 443;

    /// <summary>
    /// The host of the provider's address; the domain itself where that host cannot be in a record, such as an IP address. Contacts nobody.
    /// </summary>
    /// <exception cref="DiagnosticException">The provider's configuration is not known yet.</exception>
    public DomainName Target(DomainName domain) => HostOfUrl() ?? domain;

    /// <summary>
    /// The port of the provider's address where <see cref="Target"/> is its host, or else that of https. Contacts nobody.
    /// </summary>
    public int Port(bool isTargetGiven) => isTargetGiven || HostOfUrl() is null ? UsualPort : workspace.Url.Port;

    /// <summary>The workspace has no key to publish. Seen on 6.5.3; versions before 5.0 make one by themselves.</summary>
    public static DiagnosticException KeyNotGenerated() => new(
        "Key not generated",
        $"The server's setting `{KeySetting}` is empty, so there is nothing to publish, and no TXT record can be right. Versions from 5.0 "
        + "on do not correct it by themselves, not even with a restart: the key itself is in the database (collection "
        + "`rocketchat_federation_keys`, type `public`). Give it in `public_key`.",
        AttributePath.To("public_key"));

    /// <summary>The key that the workspace has.</summary>
    /// <exception cref="DiagnosticException">The workspace has no key, or not a usable one.</exception>
    /// <exception cref="RocketChatException">The workspace could not be asked.</exception>
    public async Task<PublicKey> PublicKeyAsync(CancellationToken cancellationToken)
    {
        var path = AttributePath.To("public_key");
        var setting = await workspace.Client.Settings.GetAsync(KeySetting, cancellationToken)
            ?? throw new DiagnosticException(
                "No legacy federation",
                $"The server has no setting `{KeySetting}`: since 7.11 Rocket.Chat federates over Matrix only. Set `profile = "
                + "\"matrix\"`; or give `public_key`, if the records are meant for another workspace.",
                path);
        var text = setting.IsMasked || setting.Value.ValueKind != System.Text.Json.JsonValueKind.String ? "" : setting.Value.GetString()!;
        if (text.Length == 0)
        {
            throw KeyNotGenerated();
        }

        return PublicKey.TryParse(text, out var key, out var fault)
            ? key
            : throw new DiagnosticException("Unusable key on the server",
                $"The server's setting `{KeySetting}` holds no usable key. {fault} Or give `public_key`.", path);
    }

    private DomainName? HostOfUrl() => DomainName.TryParse(workspace.Url.IdnHost, out var name, out _) ? name : null;
}
