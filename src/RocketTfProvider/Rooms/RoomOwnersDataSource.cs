using System.Collections.Immutable;
using RocketTfProvider.Connection;
using RocketTfProvider.Users;
using TerraformPlugin;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Rooms;

/// <summary>The data source <c>rocketchat_room_owners</c>.</summary>
internal sealed class RoomOwnersDataSource(Workspace workspace) : DataSource<RoomOwnersDataModel>
{
    public override string TypeName => "rocketchat_room_owners";

    public override Schema Schema => RoomOwnersDataSchema.Instance;

    protected override async Task<RoomOwnersDataModel> ReadAsync(
        RoomOwnersDataModel config, CallContext context, CancellationToken cancellationToken)
    {
        var client = workspace.Client;
        var room = (await client.FindChosenRoomAsync(config.RoomId, config.RoomName, cancellationToken))!;
        var owners = new List<UserFacts>();
        foreach (var owner in await client.RoomOwners.GetOneOfManyAsync(room.Id, cancellationToken))
        {
            // The list of owners does not show which of them are active. An owner whom this account cannot see is still an owner.
            var user = owner.Active is null ? await client.Users.FindByIdAsync(owner.Id, cancellationToken) : owner;
            owners.Add(UserFacts.Of(user ?? owner));
        }

        owners.Sort((one, other) => string.CompareOrdinal(one.Id.Value, other.Id.Value));
        return new RoomOwnersDataModel
        {
            RoomId = room.Id,
            RoomName = room.Name,
            UserIds = owners.Select(owner => owner.Id.Value).ToImmutableArray(),
            Usernames = owners.Select(owner => owner.Username.Value).ToImmutableArray(),
            Owners = ModelList.Of(owners),
        };
    }
}
