using System.Collections.Immutable;
using RocketTfProvider.Connection;
using RocketTfProvider.Users;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Rooms;

/// <summary>The schema of the data source <c>rocketchat_room_owners</c>.</summary>
internal static class RoomOwnersDataSchema
{
    public static Schema Instance { get; } = new()
    {
        Description = "Lists the owners of a room.",
        Validators = [Validate.AtLeastOneOf("room_id", "room_name")],
        Attributes =
        [
            new("room_id", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Id of the room. Set this or `room_name`; if both are set, they must mean the same room.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
            },
            new("room_name", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Exact name of the room, as in its address, without `#`. Set this or `room_id`.",
                Validators = [Validate.NotWhiteSpace, RoomSchema.NoHash],
            },
            new("user_ids", TfType.List(TfType.String), AttributeUse.Computed)
            {
                Description = "Ids of the owners, in the order of `owners`.",
            },
            new("usernames", TfType.List(TfType.String), AttributeUse.Computed)
            {
                Description = "Usernames of the owners, in the order of `owners`.",
            },
            new("owners", new NestedAttributes(NestingMode.List, Elements), AttributeUse.Computed)
            {
                Description = "Owners, ordered by id: a renamed owner keeps their place in the list. Empty if nobody owns the room.",
            },
        ],
    };

    private static ImmutableArray<SchemaAttribute> Elements =>
    [
        new("id", TfType.String, AttributeUse.Computed) { Description = "Id of the user." },
        new("username", TfType.String, AttributeUse.Computed) { Description = "Username, without `@`." },
        .. UserSchema.Facts,
    ];
}
