using TerraformPlugin.Models;

namespace RocketTfProvider.Rooms;

/// <summary>The attributes of <c>rocketchat_room_owner</c>.</summary>
internal sealed record RoomOwnerModel : IModel<RoomOwnerModel>
{
    public Tf<string> Id { get; init; }

    public Tf<string> RoomId { get; init; }

    public Tf<string> RoomName { get; init; }

    public Tf<string> UserId { get; init; }

    public Tf<string> Username { get; init; }

    public Tf<bool> InviteMembers { get; init; }

    public Tf<string> OnDestroy { get; init; }

    public Tf<bool> AllowOwnerless { get; init; }

    /// <summary>Whether a destroy leaves the owners as they are.</summary>
    public bool IsKeptOnDestroy => OnDestroy.Or(RoomOwnerSchema.Remove) == RoomOwnerSchema.Keep;

    public static string IdOf(string roomId, string userId) => $"{roomId}/{userId}";

    public static RoomOwnerModel Read(ModelReader reader) => new()
    {
        Id = reader.String("id"),
        RoomId = reader.String("room_id"),
        RoomName = reader.String("room_name"),
        UserId = reader.String("user_id"),
        Username = reader.String("username"),
        InviteMembers = reader.Bool("invite_members"),
        OnDestroy = reader.String("on_destroy"),
        AllowOwnerless = reader.Bool("allow_ownerless"),
    };

    public void Write(ModelWriter writer) => writer
        .String("id", Id)
        .String("room_id", RoomId)
        .String("room_name", RoomName)
        .String("user_id", UserId)
        .String("username", Username)
        .Bool("invite_members", InviteMembers)
        .String("on_destroy", OnDestroy)
        .Bool("allow_ownerless", AllowOwnerless);
}
