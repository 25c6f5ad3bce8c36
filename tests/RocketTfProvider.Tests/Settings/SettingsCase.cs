using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Control;
using RocketTfProvider.Federation;
using RocketTfProvider.Push;
using RocketTfProvider.Settings;
using RocketTfProvider.Tests.Federation;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>A resource that is made of settings, on one version of the server.</summary>
/// <param name="Type">The type of the resource.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Version">The profile of the server.</param>
/// <param name="Attributes">The attributes of the configuration.</param>
/// <param name="Managed">A setting that the configuration has.</param>
/// <param name="Unmanaged">A setting of the same resource, or of the same page, that the configuration leaves alone.</param>
internal sealed record SettingsCase(
    string Type,
    Schema Schema,
    string Version,
    (string Path, TfValue Value)[] Attributes,
    (string Id, JsonNode Other) Managed,
    (string Id, JsonNode Other) Unmanaged)
{
    public const string Token = "registration-token-Marked-1";
    public const string SecretValue = "secret \"Marked\" & more";

    /// <summary>A secret of the form that the push settings demand.</summary>
    public static string SecretKey { get; } = PemEncoding.WriteString("PRIVATE KEY", Encoding.UTF8.GetBytes(SecretValue)) + "\n";

    /// <summary>The values of <c>on_destroy</c>; null for the resource that has no such attribute.</summary>
    public IReadOnlyList<string?> Modes { get; init; } = ["keep", "reset", "restore"];

    /// <summary>Makes the server ready.</summary>
    public Action<EmulatedWorkspace> Prepare { get; init; } = _ => { };

    /// <summary>The secret that no message may contain; null where a configuration has no secret.</summary>
    public (string Path, string Text)? Secret { get; init; }

    /// <summary>The resources by a name that a test's title shows.</summary>
    public static IReadOnlyDictionary<string, SettingsCase> All { get; } = new Dictionary<string, SettingsCase>
    {
        ["push in one call"] = Push("8.8"),
        ["push one by one"] = Push("6.5") with { Modes = ["keep", "restore"] },
        ["setting"] = new(
            "rocketchat_setting",
            SettingSchema.Instance,
            "8.8",
            [("setting_id", TfValue.Of("SMTP_Host")), ("value", TfValue.Dynamic(TfType.String, TfValue.Of("ours")))],
            ("SMTP_Host", "theirs"),
            ("From_Email", "chat@example.org")),
        ["secret setting"] = new(
            "rocketchat_setting",
            SettingSchema.Instance,
            "8.8",
            [("setting_id", TfValue.Of("SMTP_Password")), ("sensitive_value", TfValue.Of(SecretValue))],
            ("SMTP_Password", "theirs"),
            ("SMTP_Host", "mail.example.org"))
        {
            Secret = ("sensitive_value", SecretValue),
        },
        ["registration"] = new(
            "rocketchat_workspace_registration",
            WorkspaceRegistrationSchema.Instance,
            "8.8",
            [
                ("accept_privacy_terms", TfValue.True),
                ("registration_token", TfValue.Of(Token)),
                ("organization_name", TfValue.Of("Ours")),
                ("site_name", TfValue.Of("Our chat")),
                ("organization_email", TfValue.Of("it@example.org")),
            ],
            ("Site_Name", "Their chat"),
            ("Allow_Marketing_Emails", false))
        {
            Modes = [null],
            Secret = ("registration_token", Token),
        },
        ["native federation"] = new(
            FederationResource.Name,
            FederationSchema.Instance,
            "8.8",
            [
                ("domain", TfValue.Of("example.org")),
                ("target", TfValue.Of("chat.example.org")),
                ("native.process_typing", TfValue.False),
                .. FederationLifecycle.Unproven,
            ],
            ("Federation_Service_Domain", "else.example"),
            ("Federation_Service_Join_Encrypted_Rooms", true))
        {
            Modes = ["keep", "disable"],
            Prepare = workspace => workspace.HasLicense = true,
        },
        ["federation by another engine"] = new(
            FederationResource.Name,
            FederationSchema.Instance,
            "7.10",
            [
                ("engine", TfValue.Of("matrix_bridge")),
                ("domain", TfValue.Of("example.org")),
                ("target", TfValue.Of("synapse.example.org")),
                ("matrix_bridge.bridge_localpart", TfValue.Of("ours")),
                ("matrix_bridge.homeserver_url", TfValue.Of("http://synapse:8008")),
                .. FederationLifecycle.Unproven,
            ],
            ("Federation_Matrix_bridge_localpart", "theirs"),
            ("Federation_Matrix_bridge_url", "http://bridge:3300"))
        {
            Modes = ["keep", "disable"],
            Prepare = workspace => workspace.SetSetting("FEDERATION_Enabled", true),
        },
    };

    public TfValue Config(ResourceLifecycle lifecycle, string? mode) =>
        lifecycle.Config([.. Attributes, .. mode is null ? [] : ((string, TfValue)[])[("on_destroy", TfValue.Of(mode))]]);

    private static SettingsCase Push(string version) => new(
        "rocketchat_push_settings",
        PushServers.Schema,
        version,
        [
            ("enabled", TfValue.True),
            ("show_message", TfValue.False),
            ("gateway.url", TfValue.Of("https://gateway.example.org")),
            ("apns.key", TfValue.Of(SecretKey)),
        ],
        ("Push_show_message", true),
        ("Push_production", false))
    {
        Secret = ("apns.key", SecretKey),
        Prepare = workspace => workspace.SetSetting("Push_enable", false),
    };
}
