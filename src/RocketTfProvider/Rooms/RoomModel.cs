using RocketChat.Client;
using RocketChat.Client.Rooms;
using TerraformPlugin.Models;

namespace RocketTfProvider.Rooms;

/// <summary>The attributes of the data source <c>rocketchat_room</c>.</summary>
internal sealed record RoomModel : IModel<RoomModel>
{
    public Tf<string> Id { get; init; }

    public Tf<string> Name { get; init; }

    public Tf<string> Title { get; init; }

    public Tf<string> Type { get; init; }

    public Tf<string> TeamId { get; init; }

    public Tf<bool> TeamMain { get; init; }

    public Tf<bool> Discussion { get; init; }

    public Tf<bool> Archived { get; init; }

    public Tf<bool> ReadOnly { get; init; }

    public Tf<bool> Federated { get; init; }

    public static RoomModel Of(Room room) => new()
    {
        Id = room.Id,
        Name = room.Name,
        Title = room.DisplayName,
        Type = TypeOf(room.Kind),
        TeamId = room.TeamId,
        TeamMain = room.IsTeamMain,
        Discussion = room.IsDiscussion,
        Archived = room.Archived,
        ReadOnly = room.ReadOnly,
        Federated = room.Federated,
    };

    public static RoomModel Read(ModelReader reader) => new() { Id = reader.String("id"), Name = reader.String("name") };

    public void Write(ModelWriter writer) => writer
        .String("id", Id)
        .String("name", Name)
        .String("title", Title)
        .String("type", Type)
        .String("team_id", TeamId)
        .Bool("team_main", TeamMain)
        .Bool("discussion", Discussion)
        .Bool("archived", Archived)
        .Bool("read_only", ReadOnly)
        .Bool("federated", Federated);

    private static string TypeOf(RoomKind kind) => kind switch
    {
        RoomKind.Channel => RoomSchema.Channel,
        RoomKind.Private => RoomSchema.Private,
        RoomKind.Direct => "direct",
        RoomKind.LiveChat => "live_chat",
        RoomKind.Voip => "voip",
        _ => "unknown",
    };
}
