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

    public static OperationTimeouts Timeouts { get; } = OperationTimeouts.Default with { Create = TimeSpan.FromMinutes(20), Update = TimeSpan.FromMinutes(20) };

    public static Schema Instance { get; } = new()
    {
        Description = "Federation of the workspace, one per workspace: checked before it is switched on, tested afterwards.",
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed) { Description = "Always `federation`.", PlanModifiers = [PlanModifiers.UseStateForUnknown] },
            new("engine", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "`legacy`: between Rocket.Chat servers, up to 7.10. `matrix_bridge`: over a Matrix homeserver of your own, 4.7 to 7.10. `native`: Matrix federation by "
                    + "Rocket.Chat itself, since 7.11, with a licence. `auto` (the default): what the version has; where it has two, the one that is on or configured here.",
                Default = TfValue.Of(FederationEngine.Auto),
                Validators = [Validate.OneOf([FederationEngine.Auto, .. FederationEngine.All.Select(e => e.Name)])],
            },
            new("enabled", TfType.Bool, AttributeUse.OptionalComputed) { Description = "Whether federation is on. Default `true`.", Default = TfValue.True },
            new("domain", TfType.String, AttributeUse.Required)
            {
                Description = "The domain that users have behind their name. Capitals, a dot at the end and letters outside ASCII are brought into form; without scheme, port and `@`. "
                    + "It should never change once it is in use.",
                Validators = [DnsInput.Name],
            },
            new("allow_domain_change", TfType.Bool, AttributeUse.OptionalComputed)
            {
                Description = "Whether the domain may change while federation is on. Default `false`: others know the users by it.",
                Default = TfValue.False,
            },
            new("target", TfType.String, AttributeUse.Optional)
            {
                Description = "The host that other servers connect to; the host of the provider's `url` if not set, but for the bridge: there it is the homeserver, and nothing is "
                    + "shown in `records` and `well_known` without it.",
                Validators = [DnsInput.Name],
            },
            new("port", TfType.Number, AttributeUse.Optional)
            {
                Description = "The port that other servers connect to. If not set: that of the provider's `url` when `target` is not set either, else `443`.",
                Validators = [Validate.Integer(1, 65535)],
            },
            new("protocol", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Legacy: the SRV record's second label, `https` (the default), `http` or `tcp`.",
                Default = TfValue.Of("https"),
                Validators = [Validate.OneOf("https", "http", "tcp")],
            },
            new("delegation", TfType.String, AttributeUse.Optional)
            {
                Description = "Matrix: how `domain` points to `target`. `well_known` (the default): by a document on the domain's own web site, shown as `well_known`; "
                    + "`srv`: by an SRV record, which is checked before federation is switched on.",
                Validators = [Validate.OneOf(Delegation.ByDocument, Delegation.BySrv)],
            },
            new("public_key", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Legacy: the workspace's public key, for the records. Read from the setting `FEDERATION_Public_Key` if not set, which 6.5 leaves empty. Never written.",
                Validators = [DnsInput.Key],
            },
            FederationEngine.Legacy.ToAttribute("Settings of legacy federation."),
            FederationEngine.Bridge.ToAttribute("Settings of the Matrix bridge."),
            FederationEngine.Native.ToAttribute("Settings of native federation."),
            FederationGates.WaitForDns,
            FederationGates.Test,
            new("on_destroy", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "What a destroy does: `disable` (the default) switches federation off and leaves the rest; `keep` leaves everything.",
                Default = TfValue.Of(Disable),
                Validators = [Validate.OneOf(Disable, Keep)],
            },
            new("effective_engine", TfType.String, AttributeUse.Computed) { Description = "The engine in use: `legacy`, `matrix_bridge` or `native`." },
            new("status", TfType.String, AttributeUse.Computed)
            {
                Description = "`enabled` or `disabled`. For native federation `without_licence` when it is switched on and does nothing. The server's own `FEDERATION_Status` says "
                    + "`Enabled` also when it is not.",
            },
            new("signing_key_id", TfType.String, AttributeUse.Computed) { Description = "Native: the id of the published signing key, such as `ed25519:0`; null while federation is off." },
            new("registration_file", TfType.String, AttributeUse.Computed) { Description = "Bridge: the registration file for the homeserver.", Sensitive = true },
            new("homeserver_token", TfType.String, AttributeUse.Computed) { Description = "Bridge: the token by which the homeserver proves itself.", Sensitive = true },
            new("appservice_token", TfType.String, AttributeUse.Computed) { Description = "Bridge: the token by which the bridge proves itself.", Sensitive = true },
            NeededRecordsAttribute.Of("records"),
            WellKnownAttribute.Instance,
            new("restart_recommended", TfType.Bool, AttributeUse.Computed)
            {
                Description = "Whether the last apply changed something that the server takes up wholly only after a restart.",
            },
            FederationGates.LastTest,
            Timeouts.ToAttribute(),
        ],
    };
}
