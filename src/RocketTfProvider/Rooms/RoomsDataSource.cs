using System.Collections.Immutable;
using System.IO.Enumeration;
using RocketTfProvider.Connection;
using RocketTfProvider.Users;
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

    protected override void Validate(RoomsModel config, DiagnosticList diagnostics)
    {
        if (config.OwnerId.IsPresent && config.OwnerUsername.IsPresent)
        {
            diagnostics.AddError(
                "Conflicting attributes", "Only one of `owner_id` and `owner_username` can be set. Remove one of them.", AttributePath.To(
                    "owner_username"));
        }
    }

    protected override async Task<RoomsModel> ReadAsync(RoomsModel config, CallContext context, CancellationToken cancellationToken)
    {
        var owned = await OwnedAsync(config, cancellationToken);
        var all = await workspace.Client.Rooms.ListAsync(cancellationToken);
        var rooms = all.Select(RoomModel.Of)
            .Where(room => owned?.Contains(room.Id.Value) != false && Fits(room, config))
            .OrderBy(room => room.Id.Value, StringComparer.Ordinal)
            .ToArray();
        return config with { Ids = rooms.Select(room => room.Id.Value).ToImmutableArray(), Rooms = ModelList.Of(rooms) };
    }

    private static bool Fits(RoomModel room, RoomsModel wanted) =>
        (!wanted.Types.TryGet(out var types) || types.Contains(room.Type.Value))
        && (!wanted.NamePattern.TryGet(out var pattern) || FileSystemName.MatchesSimpleExpression(pattern, room.Name.Value))
        && (wanted.TeamId.IsNull || room.TeamId == wanted.TeamId)
        && (wanted.Archived.IsNull || room.Archived == wanted.Archived);

    /// <summary>The ids of the rooms that the wanted owner owns; null when any owner will do.</summary>
    private async Task<HashSet<string>?> OwnedAsync(RoomsModel config, CancellationToken cancellationToken)
    {
        var client = workspace.Client;
        var owner = config.OwnerId.TryGet(out var id)
            ? await client.Users.FindByIdAsync(id, cancellationToken) ?? throw UserErrors.NotFound(id, AttributePath.To("owner_id"))
            : config.OwnerUsername.TryGet(out var name)
                ? await client.Users.FindByNameAsync(name, cancellationToken) ?? throw UserErrors.NotFound(
                    name, AttributePath.To("owner_username"))
                : null;
        return owner is null
            ? null
            : [.. await client.RoomOwners.GetRoomsOwnedByAsync(owner.Id, cancellationToken)];
    }
}
