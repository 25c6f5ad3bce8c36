using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Connection;

/// <summary>The schema of the data source <c>rocketchat_server</c>.</summary>
internal static class ServerSchema
{
    public static Schema Instance { get; } = new()
    {
        Description = "Reads facts about the server that the provider block points to.",
        Attributes =
        [
            new("url", TfType.String, AttributeUse.Computed) { Description = "Address of the workspace, as the provider uses it." },
            new("version", TfType.String, AttributeUse.Computed)
            {
                Description = "Version of Rocket.Chat, such as `8.8.1`. "
                    + "The server shows the third number only to accounts with `view-statistics`.",
            },
            new("tested", TfType.Bool, AttributeUse.Computed) { Description = "Whether this provider was tested with the version." },
            new("registered", TfType.Bool, AttributeUse.Computed)
            {
                Description = "Whether the workspace is registered with Rocket.Chat's cloud; null if the account may not read it.",
            },
            new("workspace_id", TfType.String, AttributeUse.Computed)
            {
                Description = "Id that the cloud gave the workspace; null if it has none or the account may not read it.",
            },
            new("unique_id", TfType.String, AttributeUse.Computed)
            {
                Description = "Id of the deployment itself (setting `uniqueID`); null if the account may not read it.",
            },
            new("license_modules", TfType.Set(TfType.String), AttributeUse.Computed)
            {
                Description = "Modules that the license enables, such as `federation`; empty without a license; "
                    + "null if the server does not report them.",
            },
        ],
    };
}
