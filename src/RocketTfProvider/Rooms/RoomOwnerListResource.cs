using System.Runtime.CompilerServices;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Rooms;

/// <summary>The list resource <c>rocketchat_room_owner</c>: each owner of each room.</summary>
internal sealed class RoomOwnerListResource(Workspace workspace, RoomOwnerResource owners)
    : ListResource<RoomFilter, RoomOwnerModel>(owners)
{
    public override Schema Schema => RoomListSchemas.Owner;

    protected override async IAsyncEnumerable<ListedObject<RoomOwnerModel>> ListAsync(
        RoomFilter config, CallContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var selection = new RoomSelection(workspace.Client, config);
        var wanted = await selection.OwnerIdAsync(cancellationToken);
        await foreach (var (room, owners) in selection.WithOwnersAsync(cancellationToken))
        {
            foreach (var owner in owners.Where(owner => wanted is null || owner.Id == wanted))
            {
                yield return new(
                    $"{room.Shown()} / {owner.Username.Shown()}",
                    new RoomOwnerModel
                    {
                        Id = RoomOwnerModel.IdOf(room.Id, owner.Id),
                        RoomId = room.Id,
                        RoomName = room.Name,
                        UserId = owner.Id,
                        Username = owner.Username,
                    });
            }
        }
    }
}
