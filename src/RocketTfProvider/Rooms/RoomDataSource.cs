using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Rooms;

/// <summary>The data source <c>rocketchat_room</c>.</summary>
internal sealed class RoomDataSource(Workspace workspace) : DataSource<RoomModel>
{
    public override string TypeName => "rocketchat_room";

    public override Schema Schema => RoomSchema.Instance;

    protected override async Task<RoomModel> ReadAsync(RoomModel config, CallContext context, CancellationToken cancellationToken)
    {
        var rooms = workspace.Client.Rooms;
        var room = config.Id.TryGet(out var id)
            ? await rooms.FindByIdAsync(id, cancellationToken) ?? throw RoomErrors.IdNotFound(id, AttributePath.To("id"))
            : await rooms.FindByNameAsync(config.Name.Value, cancellationToken) ?? throw RoomErrors.NameNotFound(
                config.Name.Value, AttributePath.To("name"));
        return RoomModel.Of(room);
    }
}
