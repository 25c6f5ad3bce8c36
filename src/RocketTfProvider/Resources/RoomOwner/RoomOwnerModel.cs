using TerraformPlugin.Models;

namespace RocketTfProvider.Resources.RoomOwner;

/// <summary>The attributes of <c>rocketchat_room_owner</c>.</summary>
internal sealed record RoomOwnerModel : IModel<RoomOwnerModel>
{
    public Tf<string> Id { get; init; }

    public Tf<string> RoomId { get; init; }

    public Tf<string> UserId { get; init; }

    public Tf<string> Username { get; init; }

    public Tf<string> RoomName { get; init; }

    public Tf<string> OnDestroy { get; init; }

    public Tf<bool> AllowOwnerless { get; init; }

    public static RoomOwnerModel Read(ModelReader reader) => new()
    {
        Id = reader.Text("id"),
        RoomId = reader.Text("room_id"),
        UserId = reader.Text("user_id"),
        Username = reader.Text("username"),
        RoomName = reader.Text("room_name"),
        OnDestroy = reader.Text("on_destroy"),
        AllowOwnerless = reader.Truth("allow_ownerless"),
    };

    public void Write(ModelWriter writer) => writer
        .Text("id", Id)
        .Text("room_id", RoomId)
        .Text("user_id", UserId)
        .Text("username", Username)
        .Text("room_name", RoomName)
        .Text("on_destroy", OnDestroy)
        .Truth("allow_ownerless", AllowOwnerless);
}
