using System.Collections.Immutable;
using RocketChat.Federation.Names;
using RocketTfProvider.Settings;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>
/// A kind of federation with the settings that make it up. Settings that only the server writes are not among them.
/// </summary>
/// <param name="Name">The value of <c>engine</c>, and the name of the nested attribute.</param>
/// <param name="Switch">The id of the setting that enables it.</param>
/// <param name="Domain">The id of the setting with the domain.</param>
/// <param name="Settings">The further settings, in the order in which they are written.</param>
internal sealed record FederationEngine(string Name, string Switch, string Domain, ImmutableArray<SettingAttribute> Settings)
{
    public const string Auto = "auto";

    private static readonly AttributeValidator Count = Validate.Integer(0, int.MaxValue);

    /// <summary>How legacy federation finds its peers.</summary>
    public static SettingAttribute DiscoveryMethod { get; } = new(
        "legacy.discovery_method",
        SettingKind.String,
        "How to find peers: `dns`, or `hub`, a service that has been offline for years.",
        "FEDERATION_Discovery_Method")
    {
        IsQuotable = true,
        Validators = [Validate.OneOf("dns", "hub")],
    };

    public static FederationEngine Legacy { get; } = new("legacy", "FEDERATION_Enabled", "FEDERATION_Domain", [DiscoveryMethod]);

    public static FederationEngine Bridge { get; } = new(
        "matrix_bridge",
        "Federation_Matrix_enabled",
        "Federation_Matrix_homeserver_domain",
    [
        BridgeString(
            "homeserver_url",
            "Address at which Rocket.Chat reaches the homeserver, such as `http://synapse:8008`.",
            "Federation_Matrix_homeserver_url"),
        BridgeString(
            "bridge_url",
            "Address at which the homeserver reaches the bridge, such as `http://rocketchat:3300`.",
            "Federation_Matrix_bridge_url"),
        BridgeString("bridge_localpart", "Name of the bridge's own Matrix user.", "Federation_Matrix_bridge_localpart"),
        new(
            "matrix_bridge.max_public_room_users",
            SettingKind.Number,
            "Maximum number of users in a public room that can be joined (6.3 or later).",
            "Federation_Matrix_max_size_of_public_rooms_users")
        {
            NeedsRestart = true,
            Validators = [Count],
        },
        new(
            "matrix_bridge.ephemeral_events",
            SettingKind.Bool,
            "Whether to forward typing and presence (6.6.4 or later).",
            "Federation_Matrix_enable_ephemeral_events")
        {
            NeedsRestart = true,
        },
        new(
            "matrix_bridge.serve_well_known",
            SettingKind.Bool,
            "Whether Rocket.Chat serves the delegation document itself (6.8 or later).",
            "Federation_Matrix_serve_well_known")
        {
            NeedsRestart = true,
        },
    ])
    {
        DomainNeedsRestart = true,
        SwitchNeedsRestart = true,
    };

    public static FederationEngine Native { get; } = new("native", "Federation_Service_Enabled", "Federation_Service_Domain",
    [
        new(
            "native.allow_list",
            SettingKind.StringSet,
            "Domains that may federate; empty allows all. Up to 8.2, an entry also allows every name that ends with it.",
            "Federation_Service_Allow_List")
        {
            Validators = [AllowedDomains.Validator],
        },
        new("native.process_typing", SettingKind.Bool, "Whether to forward typing.", "Federation_Service_EDU_Process_Typing"),
        new(
            "native.process_presence",
            SettingKind.Bool,
            "Whether to forward presence, which costs performance.",
            "Federation_Service_EDU_Process_Presence"),
        new(
            "native.process_receipts",
            SettingKind.Bool,
            "Whether to forward read receipts (later 8.x versions).",
            "Federation_Service_EDU_Process_Receipt"),
        new(
            "native.join_encrypted_rooms",
            SettingKind.Bool,
            "Whether users may join encrypted rooms.",
            "Federation_Service_Join_Encrypted_Rooms"),
        new(
            "native.join_non_private_rooms",
            SettingKind.Bool,
            "Whether users may join rooms that are not private.",
            "Federation_Service_Join_Non_Private_Rooms"),
        new(
            "native.validate_user_domain",
            SettingKind.Bool,
            "Whether only users with a verified email address in the domain can participate (8.2 or later).",
            "Federation_Service_Validate_User_Domain"),
        new(
            "native.max_public_room_members",
            SettingKind.Number,
            "Maximum number of members in a public room that can be joined.",
            "Federation_Service_max_allowed_size_of_public_rooms_to_join")
        {
            Validators = [Count],
        },
    ])
    {
        DomainNeedsRestart = true,
    };

    public static ImmutableArray<FederationEngine> All { get; } = [Legacy, Bridge, Native];

    /// <summary>A new domain takes full effect only after a restart.</summary>
    private bool DomainNeedsRestart { get; init; }

    /// <summary>Enabling it takes full effect only after a restart.</summary>
    private bool SwitchNeedsRestart { get; init; }

    /// <summary>The setting <see cref="Switch"/> as an attribute.</summary>
    private SettingAttribute EnabledRow => new("enabled", SettingKind.Bool, "", Switch) { NeedsRestart = SwitchNeedsRestart };

    private SettingAttribute DomainRow => new("domain", SettingKind.String, "", Domain)
    {
        IsQuotable = true,
        NeedsRestart = DomainNeedsRestart,
        Normalize = NormalizeDomain,
    };

    /// <summary>The settings that the model names, in the order of writing: the domain first, <see cref="EnabledRow"/> last.</summary>
    public ImmutableArray<SettingAttribute> RowsOf(FederationModel model) =>
        [.. from row in (SettingAttribute[])[DomainRow, .. model.Named(Settings), EnabledRow] select row with { IsOftenForced = true }];

    /// <summary>Whether changes of these rows take full effect only after a restart. Disabling never needs one.</summary>
    public bool NeedsRestart(IEnumerable<SettingAttribute> changing, bool isEnabled) =>
        changing.Any(row => row.NeedsRestart && (isEnabled || row.Id != Switch));

    public static FederationEngine? Named(string name) => All.FirstOrDefault(engine => engine.Name == name);

    /// <summary>The nested attribute; what is not set in it is left alone.</summary>
    public SchemaAttribute ToAttribute(string description) =>
        new(Name, new NestedAttributes(NestingMode.Single, [.. Settings.Select(ToAttribute)]), AttributeUse.Optional)
        {
            Description = description,
        };

    private static TfValue NormalizeDomain(TfValue written) =>
        DomainName.TryParse(written.String, out var name, out _) ? TfValue.Of(name.Value) : written;

    private SchemaAttribute ToAttribute(SettingAttribute setting) =>
        new(setting.Path[(Name.Length + 1)..], setting.Type, AttributeUse.Optional)
        {
            Description = $"{setting.Description} Setting `{setting.Id}`; not managed if not "
            + $"set.{(setting.NeedsRestart ? " Takes full effect only after a restart." : "")}",
            Validators = setting.Validators,
        };

    private static SettingAttribute BridgeString(string name, string description, string id) =>
        new("matrix_bridge." + name, SettingKind.String, description, id) { NeedsRestart = true, Validators = [Validate.NotWhiteSpace] };
}
