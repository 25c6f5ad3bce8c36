using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Push;

/// <summary>The action <c>rocketchat_cloud_sync</c>: the exchange with the cloud that the server otherwise makes twice a day.</summary>
internal sealed class CloudSyncAction(Workspace workspace) : ProviderAction<CloudSyncActionModel>
{
    public override string TypeName => "rocketchat_cloud_sync";

    public override Schema Schema { get; } = new()
    {
        Description = "Synchronizes the workspace with Rocket.Chat's cloud now: a new license, for instance, takes effect without a "
            + "wait. It has no arguments.",
    };

    protected override async Task InvokeAsync(CloudSyncActionModel config, ActionContext context, CancellationToken cancellationToken)
    {
        await context.ReportAsync("Synchronizing the workspace with Rocket.Chat's cloud");
        await workspace.Client.Cloud.SyncAsync(cancellationToken);
        await context.ReportAsync("The workspace is synchronized");
    }
}
