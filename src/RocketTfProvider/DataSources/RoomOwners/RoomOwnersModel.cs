using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.DataSources.RoomOwners;

/// <summary>The attributes of the data source <c>rocketchat_room_owners</c>.</summary>
internal sealed record RoomOwnersModel : IModel<RoomOwnersModel>
{
    public Tf<string> RoomId { get; init; }

    public Tf<string> RoomName { get; init; }

    public Tf<ImmutableArray<string>> UserIds { get; init; }

    public Tf<ImmutableArray<string>> Usernames { get; init; }

    public TfValue Owners { get; init; } = TfValue.Null;

    public static RoomOwnersModel Read(ModelReader reader) => new() { RoomId = reader.Text("room_id"), RoomName = reader.Text("room_name") };

    public void Write(ModelWriter writer) => writer
        .Text("room_id", RoomId)
        .Text("room_name", RoomName)
        .TextList("user_ids", UserIds)
        .TextList("usernames", Usernames)
        .Raw("owners", Owners);
}
