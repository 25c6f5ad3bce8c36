using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.DataSources.Rooms;

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
        Types = reader.Texts("types"),
        NamePattern = reader.Text("name_pattern"),
        TeamId = reader.Text("team_id"),
        OwnerId = reader.Text("owner_id"),
        OwnerUsername = reader.Text("owner_username"),
        Archived = reader.Truth("archived"),
    };

    public void Write(ModelWriter writer) => writer
        .TextSet("types", Types)
        .Text("name_pattern", NamePattern)
        .Text("team_id", TeamId)
        .Text("owner_id", OwnerId)
        .Text("owner_username", OwnerUsername)
        .Truth("archived", Archived)
        .TextList("ids", Ids)
        .Raw("rooms", Rooms);
}
