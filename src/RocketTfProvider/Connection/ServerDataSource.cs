using RocketChat.Client;
using TerraformPlugin;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Connection;

/// <summary>The data source <c>rocketchat_server</c>.</summary>
internal sealed class ServerDataSource(Workspace workspace) : DataSource<ServerModel>
{
    public override string TypeName => "rocketchat_server";

    public override Schema Schema => ServerSchema.Instance;

    protected override async Task<ServerModel> ReadAsync(ServerModel config, CallContext context, CancellationToken cancellationToken)
    {
        var client = workspace.Client;
        return ServerModel.Of(
            client.Url,
            await client.Server.GetInfoAsync(cancellationToken),
            await ReadRegistrationAsync(client, cancellationToken),
            await client.License.GetModulesAsync(cancellationToken));
    }

    private static async Task<CloudRegistration?> ReadRegistrationAsync(RocketChatClient client, CancellationToken cancellationToken)
    {
        try
        {
            return await client.Cloud.GetRegistrationAsync(cancellationToken);
        }
        catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.Forbidden)
        {
            return null;
        }
    }
}
