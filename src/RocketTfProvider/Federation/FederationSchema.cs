using RocketTfProvider.Federation.Dns;
using TerraformPlugin;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>The schema of <c>rocketchat_federation</c>.</summary>
internal static class FederationSchema
{
    public const string Disable = "disable";
    public const string Keep = "keep";

    public static OperationTimeouts Timeouts { get; } = OperationTimeouts.Default with
    {
        Create = TimeSpan.FromMinutes(20),
        Update = TimeSpan.FromMinutes(20),
    };

    public static Schema Instance { get; } = new()
    {
        Description = "Manages the federation of the workspace: checks DNS before it enables federation, and tests federation afterwards. "
            + "Use this resource once per workspace.",
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed)
            {
                Description = "Constant: `federation`.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("engine", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Kind of federation. `legacy`: between Rocket.Chat servers, up to 7.10. `matrix_bridge`: through your own "
                    + "Matrix homeserver, 4.7 to 7.10. `native`: Matrix federation by "
                    + "Rocket.Chat itself, since 7.11, requires a license. `auto` (the default): the engine that the server's version has; "
                    + "if it has two, the enabled one or the one configured here.",
                Default = TfValue.Of(FederationEngine.Auto),
                Validators = [Validate.OneOf([FederationEngine.Auto, .. FederationEngine.All.Select(e => e.Name)])],
            },
            new("enabled", TfType.Bool, AttributeUse.OptionalComputed)
            {
                Description = "Whether federation is enabled. Default `true`.",
                Default = TfValue.True,
            },
            new("domain", TfType.String, AttributeUse.Required)
            {
                Description = "Federation domain: the part of a user's address after the username. Uppercase letters, a trailing dot and "
                    + "non-ASCII letters are normalized. Without scheme, port and `@`. "
                    + "Do not change the domain once it is in use.",
                Validators = [DnsInput.Name],
            },
            new("allow_domain_change", TfType.Bool, AttributeUse.OptionalComputed)
            {
                Description = "Whether the domain may change while federation is enabled. Default `false`, because other servers know the "
                    + "users by the domain.",
                Default = TfValue.False,
            },
            new("target", TfType.String, AttributeUse.Optional)
            {
                Description = "Host that other servers connect to. Defaults to the host of the provider's `url`, or to `domain` if that "
                    + "host cannot be in a DNS record, such as an IP address. For the bridge it is the homeserver: there is no default, "
                    + "and `records` and `well_known` stay empty if it is not set.",
                Validators = [DnsInput.Name],
            },
            new("port", TfType.Number, AttributeUse.Optional)
            {
                Description = "Port that other servers connect to. Defaults to the port of the provider's `url` if `target` comes from "
                    + "there, too, otherwise to `443`.",
                Validators = [Validate.Integer(1, 65535)],
            },
            new("protocol", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Legacy: second label of the SRV record: `https` (the default), `http` or `tcp`.",
                Default = TfValue.Of("https"),
                Validators = [Validate.OneOf("https", "http", "tcp")],
            },
            new("delegation", TfType.String, AttributeUse.Optional)
            {
                Description = "Matrix: how `domain` points to `target`. `well_known` (the default): by a document on the domain's own "
                    + "website, which the attribute `well_known` shows; "
                    + "`srv`: by an SRV record, which is checked before federation is enabled.",
                Validators = [Validate.OneOf(Delegation.ByDocument, Delegation.BySrv)],
            },
            new("public_key", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Legacy: public key of the workspace, for the records. Defaults to the setting `FEDERATION_Public_Key`, "
                    + "which is empty in 6.5. Never written to the server.",
                Validators = [DnsInput.Key],
            },
            FederationEngine.Legacy.ToAttribute("Settings of legacy federation."),
            FederationEngine.Bridge.ToAttribute("Settings of the Matrix bridge."),
            FederationEngine.Native.ToAttribute("Settings of native federation."),
            FederationGates.WaitForDns,
            FederationGates.Test,
            new("on_destroy", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Decides what a destroy does: `disable` (the default) disables federation and keeps the other settings; "
                    + "`keep` changes nothing.",
                Default = TfValue.Of(Disable),
                Validators = [Validate.OneOf(Disable, Keep)],
            },
            new("effective_engine", TfType.String, AttributeUse.Computed)
            {
                Description = "Engine in use: `legacy`, `matrix_bridge` or `native`.",
            },
            new("status", TfType.String, AttributeUse.Computed)
            {
                Description = "Status of federation: `enabled` or `disabled`. For native federation also `without_license`: enabled, but "
                    + "without effect. The server's own `FEDERATION_Status` shows "
                    + "`Enabled` even if federation is disabled.",
            },
            new("signing_key_id", TfType.String, AttributeUse.Computed)
            {
                Description = "Native: id of the published signing key, such as `ed25519:0`; null while federation is disabled.",
            },
            new("registration_file", TfType.String, AttributeUse.Computed)
            {
                Description = "Bridge: registration file for the homeserver.",
                Sensitive = true,
            },
            new("homeserver_token", TfType.String, AttributeUse.Computed)
            {
                Description = "Bridge: token that the homeserver authenticates with.",
                Sensitive = true,
            },
            new("appservice_token", TfType.String, AttributeUse.Computed)
            {
                Description = "Bridge: token that the bridge authenticates with.",
                Sensitive = true,
            },
            NeededRecordsAttribute.Of("records"),
            WellKnownAttribute.Instance,
            new("restart_recommended", TfType.Bool, AttributeUse.Computed)
            {
                Description = "Whether the last apply made a change that takes full effect only after Rocket.Chat is restarted.",
            },
            FederationGates.LastTest,
            Timeouts.ToAttribute(),
        ],
    };
}
