using TerraformPlugin.Models;

namespace RocketTfProvider.Push;

/// <summary>The arguments of the action <c>rocketchat_cloud_sync</c>, which has none.</summary>
internal sealed record CloudSyncActionModel : IModel<CloudSyncActionModel>
{
    public static CloudSyncActionModel Read(ModelReader reader) => new();

    public void Write(ModelWriter writer)
    {
        // No argument.
    }
}
