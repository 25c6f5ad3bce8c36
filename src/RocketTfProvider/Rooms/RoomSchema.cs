using System.Collections.Immutable;
using RocketTfProvider.Connection;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Rooms;

/// <summary>The schema of the data source <c>rocketchat_room</c>.</summary>
internal static class RoomSchema
{
    public const string Channel = "channel";
    public const string Private = "private";

    public const string NameInPlaceOfId = "Exact name of the room, as in its address, without `#`. Set this or `room_id`. The "
        + "provider looks "
        + "the name up when the resource is created and when you change the text; another room's name then forces a new resource. A room "
        + "that was renamed on the server stays the same.";

    /// <summary>A room's name as the API takes it, not as a message mentions it.</summary>
    public static AttributeValidator NoHash { get; } = (value, path, diagnostics) =>
    {
        if (value.String.StartsWith('#'))
        {
            diagnostics.AddError("Invalid room name", $"`{path}` is written without `#`.", path);
        }
    };

    /// <summary>The computed attributes of a room besides its id and name.</summary>
    public static ImmutableArray<SchemaAttribute> Facts { get; } =
    [
        Computed("title", TfType.String, "Title of the room, as people see it; the name if the room has no title."),
        Computed("type", TfType.String, "Type of the room: `channel`, `private`, `direct`, `live_chat` or `voip`."),
        Computed("team_id", TfType.String, "Id of the room's team; null for none."),
        Computed("team_main", TfType.Bool, "Whether the room is the main room of its team."),
        Computed("discussion", TfType.Bool, "Whether the room is a discussion in another room."),
        Computed("archived", TfType.Bool, "Whether the room is archived."),
        Computed("read_only", TfType.Bool, "Whether only owners and chosen members can write."),
        Computed("federated", TfType.Bool, "Whether the room is shared with other servers."),
    ];

    public static Schema Instance { get; } = new()
    {
        Description = "Finds one room by its id or by its exact name.",
        Validators = [Validate.ExactlyOneOf("id", "name")],
        Attributes =
        [
            new("id", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Id of the room. Set either this or `name`.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
            },
            new("name", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Exact name of the room, as in its address, without `#`. Set either this or `id`. "
                    + "The name is not the title, which need not be unique; discussions have a random name.",
                Validators = [Validate.NotWhiteSpace, NoHash],
            },
            .. Facts,
        ],
    };

    private static SchemaAttribute Computed(string name, TfType type, string description) =>
        new(name, type, AttributeUse.Computed) { Description = description };
}
