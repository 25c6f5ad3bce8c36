using System.Collections.Immutable;
using TerraformPlugin.Models;

namespace RocketTfProvider.Rooms;

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

    /// <summary>Whether a destroy leaves the owners as they are.</summary>
    public bool IsKeptOnDestroy => OnDestroy.Or(RoomOwnersSchema.Keep) == RoomOwnersSchema.Keep;

    public static RoomOwnersModel Read(ModelReader reader) => new()
    {
        Id = reader.String("id"),
        RoomId = reader.String("room_id"),
        UserIds = reader.Strings("user_ids"),
        Usernames = reader.Strings("usernames"),
        RoomName = reader.String("room_name"),
        InviteMembers = reader.Bool("invite_members"),
        OnDestroy = reader.String("on_destroy"),
    };

    public void Write(ModelWriter writer) => writer
        .String("id", Id)
        .String("room_id", RoomId)
        .StringSet("user_ids", UserIds)
        .StringSet("usernames", Usernames)
        .String("room_name", RoomName)
        .Bool("invite_members", InviteMembers)
        .String("on_destroy", OnDestroy);
}
