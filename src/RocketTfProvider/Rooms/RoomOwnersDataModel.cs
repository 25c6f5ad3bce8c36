using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Rooms;

/// <summary>The attributes of the data source <c>rocketchat_room_owners</c>.</summary>
internal sealed record RoomOwnersDataModel : IModel<RoomOwnersDataModel>
{
    public Tf<string> RoomId { get; init; }

    public Tf<string> RoomName { get; init; }

    public Tf<ImmutableArray<string>> UserIds { get; init; }

    public Tf<ImmutableArray<string>> Usernames { get; init; }

    public TfValue Owners { get; init; } = TfValue.Null;

    public static RoomOwnersDataModel Read(ModelReader reader) =>
        new() { RoomId = reader.String("room_id"), RoomName = reader.String("room_name") };

    public void Write(ModelWriter writer) => writer
        .String("room_id", RoomId)
        .String("room_name", RoomName)
        .StringList("user_ids", UserIds)
        .StringList("usernames", Usernames)
        .Raw("owners", Owners);
}
