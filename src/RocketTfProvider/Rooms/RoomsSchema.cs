using System.Collections.Immutable;
using RocketTfProvider.Connection;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Rooms;

/// <summary>The schema of the data source <c>rocketchat_rooms</c>.</summary>
internal static class RoomsSchema
{
    private static AttributeValidator RoomTypes { get; } = EachOneOf(RoomSchema.Channel, RoomSchema.Private);

    private static AttributeValidator Ownerships { get; } = EachOneOf(OwnedRoom.None, OwnedRoom.Single, OwnedRoom.Inactive);

    /// <summary>The filters, which list resources have as well.</summary>
    public static ImmutableArray<SchemaAttribute> Filters { get; } =
    [
        new("types", TfType.Set(TfType.String), AttributeUse.Optional)
        {
            Description = "Only rooms of these types: `channel`, `private`.",
            Validators = [RoomTypes],
        },
        new("name_pattern", TfType.String, AttributeUse.Optional)
        {
            Description = "Only rooms whose entire name matches the pattern, such as `project-*`: `*` matches any characters, `?` one "
                + "character. Not case-sensitive. The pattern matches the name, not the title; discussions have a random name.",
            Validators = [Validate.NotWhiteSpace, RoomSchema.NoHash, PlainText.Wildcards],
        },
        new("team_id", TfType.String, AttributeUse.Optional)
        {
            Description = "Only the rooms of this team, including its main room. The data source `rocketchat_room` finds the id of a "
                + "room's team.",
            Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
        },
        new("owner_id", TfType.String, AttributeUse.Optional)
        {
            Description = "Only rooms that the user with this id owns, alone or with others. Conflicts with `owner_username`.",
            Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
        },
        new("owner_username", TfType.String, AttributeUse.Optional)
        {
            Description = "Only rooms that the user with this username owns, alone or with others; without `@`, case-sensitive. "
                + "Conflicts with `owner_id`.",
            Validators = [Validate.NotWhiteSpace, ObjectId.NoAtSign],
        },
        new("ownership", TfType.Set(TfType.String), AttributeUse.Optional)
        {
            Description = "Only rooms of which one of these is true: `none` (nobody owns the room), `single` (the room has exactly one "
                + "owner), `inactive` (the room has owners, and all of them are deactivated). Reads the owners of all rooms that "
                + "match the other filters.",
            Validators = [Ownerships],
        },
        new("archived", TfType.Bool, AttributeUse.Optional)
        {
            Description = "`true` lists only archived rooms, `false` only the others. Default: both.",
        },
    ];

    public static ConfigValidator OneOwner { get; } = Validate.AtMostOneOf("owner_id", "owner_username");

    public static Schema Instance { get; } = new()
    {
        Validators = [OneOwner],
        Description = "Lists channels and private rooms, including the main rooms of teams and discussions. A room must match all filters "
            + "that are set; without a filter all rooms are listed. Direct messages and live chats, which nobody owns, are never listed.",
        Attributes =
        [
            .. Filters,
            new("ids", TfType.List(TfType.String), AttributeUse.Computed) { Description = "Ids of the rooms, in the order of `rooms`." },
            new("rooms", new NestedAttributes(NestingMode.List, Elements), AttributeUse.Computed)
            {
                Description = "Rooms, ordered by id: a renamed room keeps its place.",
            },
        ],
    };

    private static ImmutableArray<SchemaAttribute> Elements =>
    [
        new("id", TfType.String, AttributeUse.Computed) { Description = "Id of the room." },
        new("name", TfType.String, AttributeUse.Computed) { Description = "Name of the room, as in its address." },
        .. RoomSchema.Facts,
    ];

    private static AttributeValidator EachOneOf(params string[] choices) => (value, path, diagnostics) =>
    {
        foreach (var choice in value.Elements.Where(choice => choice.IsPresent && !choices.Contains(choice.String)))
        {
            diagnostics.AddError(
                "Invalid value",
                $"`{path}` can hold {string.Join(", ", choices[..^1].Select(c => $"`{c}`"))} and `{choices[^1]}`, not "
                + $"{choice.String.Quoted()}.",
                path);
        }
    };
}
