using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Rooms;

/// <summary>The attributes of the data source <c>rocketchat_rooms</c>.</summary>
internal sealed record RoomsModel : IModel<RoomsModel>
{
    public Tf<ImmutableArray<string>> Types { get; init; }

    public Tf<string> NamePattern { get; init; }

    public Tf<string> TeamId { get; init; }

    public Tf<string> OwnerId { get; init; }

    public Tf<string> OwnerUsername { get; init; }

    public Tf<bool> Archived { get; init; }

    public Tf<ImmutableArray<string>> Ids { get; init; }

    public TfValue Rooms { get; init; } = TfValue.Null;

    public static RoomsModel Read(ModelReader reader) => new()
    {
        Types = reader.Strings("types"),
        NamePattern = reader.String("name_pattern"),
        TeamId = reader.String("team_id"),
        OwnerId = reader.String("owner_id"),
        OwnerUsername = reader.String("owner_username"),
        Archived = reader.Bool("archived"),
    };

    public void Write(ModelWriter writer) => writer
        .StringSet("types", Types)
        .String("name_pattern", NamePattern)
        .String("team_id", TeamId)
        .String("owner_id", OwnerId)
        .String("owner_username", OwnerUsername)
        .Bool("archived", Archived)
        .StringList("ids", Ids)
        .Raw("rooms", Rooms);
}
