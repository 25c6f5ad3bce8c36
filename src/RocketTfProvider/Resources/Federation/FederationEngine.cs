using System.Collections.Immutable;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Resources.Federation;

/// <summary>One of the three kinds of federation, with the settings that make it up. Settings that only the server writes are not among them.</summary>
/// <param name="Name">The value of <c>engine</c>, and the name of the nested attribute.</param>
/// <param name="Switch">The setting that turns it on.</param>
/// <param name="Domain">The setting with the domain.</param>
/// <param name="Settings">The further settings, in the order in which they are written.</param>
internal sealed record FederationEngine(string Name, string Switch, string Domain, ImmutableArray<EngineSetting> Settings)
{
    public const string Auto = "auto";

    public static FederationEngine Legacy { get; } = new("legacy", "FEDERATION_Enabled", "FEDERATION_Domain",
    [
        new("discovery_method", "FEDERATION_Discovery_Method", TfType.String, "How peers are found: `dns`, or `hub`, a service that has not answered for years.")
        {
            Validator = Validate.OneOf("dns", "hub"),
        },
    ]);

    public static FederationEngine Bridge { get; } = new("matrix_bridge", "Federation_Matrix_enabled", "Federation_Matrix_homeserver_domain",
    [
        new("homeserver_url", "Federation_Matrix_homeserver_url", TfType.String, "Where Rocket.Chat reaches the homeserver, such as `http://synapse:8008`.") { Validator = Validate.NotBlank },
        new("bridge_url", "Federation_Matrix_bridge_url", TfType.String, "Where the homeserver reaches the bridge, such as `http://rocketchat:3300`.") { Validator = Validate.NotBlank },
        new("bridge_localpart", "Federation_Matrix_bridge_localpart", TfType.String, "Name of the bridge's own Matrix user.") { Validator = Validate.NotBlank },
        new("max_public_room_users", "Federation_Matrix_max_size_of_public_rooms_users", TfType.Number, "The most users that a public room may have to be joined (6.3 or later).")
        {
            Validator = Validate.Whole(0, int.MaxValue),
        },
        new("ephemeral_events", "Federation_Matrix_enable_ephemeral_events", TfType.Bool, "Whether typing and presence are passed on (6.6.4 or later). Needs a restart."),
        new("serve_well_known", "Federation_Matrix_serve_well_known", TfType.Bool, "Whether Rocket.Chat serves the delegation document itself (6.8 or later)."),
    ]);

    public static FederationEngine Native { get; } = new("native", "Federation_Service_Enabled", "Federation_Service_Domain",
    [
        new("allow_list", "Federation_Service_Allow_List", TfType.Set(TfType.String), "The domains that may federate; empty for all. Up to 8.2 each entry admits every name that ends in it."),
        new("process_typing", "Federation_Service_EDU_Process_Typing", TfType.Bool, "Whether typing is passed on."),
        new("process_presence", "Federation_Service_EDU_Process_Presence", TfType.Bool, "Whether presence is passed on, at a cost."),
        new("process_receipts", "Federation_Service_EDU_Process_Receipt", TfType.Bool, "Whether read receipts are passed on (later versions of 8)."),
        new("join_encrypted_rooms", "Federation_Service_Join_Encrypted_Rooms", TfType.Bool, "Whether encrypted rooms may be joined."),
        new("join_non_private_rooms", "Federation_Service_Join_Non_Private_Rooms", TfType.Bool, "Whether rooms may be joined that are not private."),
        new("validate_user_domain", "Federation_Service_Validate_User_Domain", TfType.Bool, "Whether only users with a verified e-mail address in the domain take part (8.2 or later)."),
        new("max_public_room_members", "Federation_Service_max_allowed_size_of_public_rooms_to_join", TfType.Number, "The most members that a public room may have to be joined.")
        {
            Validator = Validate.Whole(0, int.MaxValue),
        },
    ]);

    public static ImmutableArray<FederationEngine> All { get; } = [Legacy, Bridge, Native];

    public static FederationEngine? Named(string name) => All.FirstOrDefault(engine => engine.Name == name);

    public SchemaAttribute ToAttribute(string description) => new(
        Name, new NestedAttributes(NestingMode.Single, [.. Settings.Select(s => s.ToAttribute())]), AttributeUse.Optional)
    {
        Description = description,
    };
}
