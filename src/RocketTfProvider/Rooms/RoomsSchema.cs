using System.Collections.Immutable;
using RocketTfProvider.Connection;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Rooms;

/// <summary>The schema of the data source <c>rocketchat_rooms</c>.</summary>
internal static class RoomsSchema
{
    private static AttributeValidator RoomTypes { get; } = (value, path, diagnostics) =>
    {
        foreach (var type in value.Elements.Where(type => type.IsPresent && type.String is not (RoomSchema.Channel or RoomSchema.Private)))
        {
            diagnostics.AddError("Invalid value", $"`{path}` can hold `channel` and `private`, not `{type.String}`.", path);
        }
    };

    public static Schema Instance { get; } = new()
    {
        Description = "Lists channels and private rooms, the main rooms of teams and discussions included. Every filter that is set must "
            + "hold; without any, all rooms are listed. Direct messages and live chats, which nobody owns, are never listed.",
        Attributes =
        [
            new("types", TfType.Set(TfType.String), AttributeUse.Optional)
            {
                Description = "Only rooms of these types: `channel`, `private`.",
                Validators = [RoomTypes],
            },
            new("name_pattern", TfType.String, AttributeUse.Optional)
            {
                Description = "Only rooms whose whole name fits: `*` stands for any text, `?` for any one character, such as `project-*`. Capitals do not matter. "
                    + "It is about the name, not the title; discussions have a random name.",
                Validators = [Validate.NotWhiteSpace, RoomSchema.NoHash],
            },
            new("team_id", TfType.String, AttributeUse.Optional)
            {
                Description = "Only the rooms of this team, its main room included. The data source `rocketchat_room` tells the id of a room's team.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
            },
            new("owner_id", TfType.String, AttributeUse.Optional)
            {
                Description = "Only rooms that the user with this id owns, alone or with others. This or `owner_username`.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
            },
            new("owner_username", TfType.String, AttributeUse.Optional)
            {
                Description = "Only rooms that this user owns, alone or with others. Without `@`, with the capitals that it has. This or `owner_id`.",
                Validators = [Validate.NotWhiteSpace, ObjectId.NoAtSign],
            },
            new("archived", TfType.Bool, AttributeUse.Optional)
            {
                Description = "`true` for archived rooms only, `false` for the others only; both if not set.",
            },
            new("ids", TfType.List(TfType.String), AttributeUse.Computed) { Description = "The ids of the rooms, in the order of `rooms`." },
            new("rooms", new NestedAttributes(NestingMode.List, Elements), AttributeUse.Computed)
            {
                Description = "The rooms, in the order of their ids: a room that is renamed keeps its place.",
            },
        ],
    };

    private static ImmutableArray<SchemaAttribute> Elements =>
    [
        new("id", TfType.String, AttributeUse.Computed) { Description = "Id of the room." },
        new("name", TfType.String, AttributeUse.Computed) { Description = "Name of the room: what stands in its address." },
        .. RoomSchema.Facts,
    ];
}
