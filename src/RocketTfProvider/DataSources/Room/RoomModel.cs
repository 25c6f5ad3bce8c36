using RocketChat.Client;
using TerraformPlugin.Models;

namespace RocketTfProvider.DataSources.Room;

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

    public static RoomModel Of(RocketChat.Client.Room room) => new()
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

    public static RoomModel Read(ModelReader reader) => new() { Id = reader.Text("id"), Name = reader.Text("name") };

    public void Write(ModelWriter writer) => writer
        .Text("id", Id)
        .Text("name", Name)
        .Text("title", Title)
        .Text("type", Type)
        .Text("team_id", TeamId)
        .Truth("team_main", TeamMain)
        .Truth("discussion", Discussion)
        .Truth("archived", Archived)
        .Truth("read_only", ReadOnly)
        .Truth("federated", Federated);

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
