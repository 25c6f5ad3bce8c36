using System.Collections.Immutable;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Rooms;

/// <summary>The data source <c>rocketchat_rooms</c>.</summary>
internal sealed class RoomsDataSource(Workspace workspace) : DataSource<RoomsModel>
{
    public override string TypeName => "rocketchat_rooms";

    public override Schema Schema => RoomsSchema.Instance;

    protected override async Task<RoomsModel> ReadAsync(RoomsModel config, CallContext context, CancellationToken cancellationToken)
    {
        var rooms = await new RoomSelection(workspace.Client, config.Filter).RoomsAsync(cancellationToken)
            .Select(RoomModel.Of)
            .ToArrayAsync(cancellationToken);
        return config with { Ids = rooms.Select(room => room.Id.Value).ToImmutableArray(), Rooms = ModelList.Of(rooms) };
    }
}
