using System.Collections.Immutable;
using System.IO.Enumeration;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;

namespace RocketTfProvider.Rooms;

/// <summary>The filters of the data source <c>rocketchat_rooms</c> and of the list resources for owners.</summary>
internal sealed record RoomFilter : IModel<RoomFilter>
{
    public Tf<ImmutableArray<string>> Types { get; init; }

    public Tf<string> NamePattern { get; init; }

    public Tf<string> TeamId { get; init; }

    public Tf<string> OwnerId { get; init; }

    public Tf<string> OwnerUsername { get; init; }

    public Tf<ImmutableArray<string>> Ownership { get; init; }

    public Tf<bool> Archived { get; init; }

    public static RoomFilter Read(ModelReader reader) => new()
    {
        Types = reader.Strings("types"),
        NamePattern = reader.String("name_pattern"),
        TeamId = reader.String("team_id"),
        OwnerId = reader.String("owner_id"),
        OwnerUsername = reader.String("owner_username"),
        Ownership = reader.Strings("ownership"),
        Archived = reader.Bool("archived"),
    };

    public void Write(ModelWriter writer) => writer
        .StringSet("types", Types)
        .String("name_pattern", NamePattern)
        .String("team_id", TeamId)
        .String("owner_id", OwnerId)
        .String("owner_username", OwnerUsername)
        .StringSet("ownership", Ownership)
        .Bool("archived", Archived);

    /// <summary>Whether a room matches the filters that do not depend on its owners.</summary>
    public bool Fits(Room room) => Fits(RoomModel.Of(room));

    private bool Fits(RoomModel room) =>
        (!Types.TryGet(out var types) || types.Contains(room.Type.Value))
        && (!NamePattern.TryGet(out var pattern) || FileSystemName.MatchesSimpleExpression(pattern, room.Name.Value))
        && (TeamId.IsNull || room.TeamId == TeamId)
        && (Archived.IsNull || room.Archived == Archived);
}
