using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Rooms;

/// <summary>The attributes of the data source <c>rocketchat_rooms</c>.</summary>
internal sealed record RoomsModel(RoomFilter Filter) : IModel<RoomsModel>
{
    public Tf<ImmutableArray<string>> Ids { get; init; }

    public TfValue Rooms { get; init; } = TfValue.Null;

    public static RoomsModel Read(ModelReader reader) => new(RoomFilter.Read(reader));

    public void Write(ModelWriter writer)
    {
        Filter.Write(writer);
        writer.StringList("ids", Ids).Raw("rooms", Rooms);
    }
}
