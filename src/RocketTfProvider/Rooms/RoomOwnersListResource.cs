using System.Runtime.CompilerServices;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Rooms;

/// <summary>The list resource <c>rocketchat_room_owners</c>: each room that can have owners.</summary>
internal sealed class RoomOwnersListResource(Workspace workspace, RoomOwnersResource owners)
    : ListResource<RoomFilter, RoomOwnersModel>(owners)
{
    public override Schema Schema => RoomListSchemas.Owners;

    protected override async IAsyncEnumerable<ListedObject<RoomOwnersModel>> ListAsync(
        RoomFilter config, CallContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var room in new RoomSelection(workspace.Client, config).RoomsAsync(cancellationToken))
        {
            yield return new(room.Shown(), new RoomOwnersModel { Id = room.Id, RoomId = room.Id, RoomName = room.Name });
        }
    }
}
