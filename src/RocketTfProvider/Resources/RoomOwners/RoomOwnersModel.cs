using System.Collections.Immutable;
using TerraformPlugin.Models;

namespace RocketTfProvider.Resources.RoomOwners;

/// <summary>The attributes of <c>rocketchat_room_owners</c>.</summary>
internal sealed record RoomOwnersModel : IModel<RoomOwnersModel>
{
    public Tf<string> Id { get; init; }

    public Tf<string> RoomId { get; init; }

    public Tf<ImmutableArray<string>> UserIds { get; init; }

    public Tf<ImmutableArray<string>> Usernames { get; init; }

    public Tf<string> RoomName { get; init; }

    public Tf<bool> InviteMembers { get; init; }

    public Tf<string> OnDestroy { get; init; }

    public static RoomOwnersModel Read(ModelReader reader) => new()
    {
        Id = reader.Text("id"),
        RoomId = reader.Text("room_id"),
        UserIds = reader.Texts("user_ids"),
        Usernames = reader.Texts("usernames"),
        RoomName = reader.Text("room_name"),
        InviteMembers = reader.Truth("invite_members"),
        OnDestroy = reader.Text("on_destroy"),
    };

    public void Write(ModelWriter writer) => writer
        .Text("id", Id)
        .Text("room_id", RoomId)
        .TextSet("user_ids", UserIds)
        .TextSet("usernames", Usernames)
        .Text("room_name", RoomName)
        .Truth("invite_members", InviteMembers)
        .Text("on_destroy", OnDestroy);
}
