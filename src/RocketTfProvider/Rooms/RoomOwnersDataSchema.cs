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
        Description = "Tells who owns a room.",
        Validators = [Validate.ExactlyOneOf("room_id", "room_name")],
        Attributes =
        [
            new("room_id", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Id of the room. Either this or `room_name`.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
            },
            new("room_name", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Exact name of the room: what stands in its address, without `#`. Either this or `room_id`.",
                Validators = [Validate.NotWhiteSpace, RoomSchema.NoHash],
            },
            new("user_ids", TfType.List(TfType.String), AttributeUse.Computed) { Description = "The ids of the owners, in the order of `owners`." },
            new("usernames", TfType.List(TfType.String), AttributeUse.Computed) { Description = "The user names of the owners, in the order of `owners`." },
            new("owners", new NestedAttributes(NestingMode.List, Elements), AttributeUse.Computed)
            {
                Description = "The owners, in the order of their ids: an owner who is renamed keeps the place. Empty if nobody owns the room.",
            },
        ],
    };

    private static ImmutableArray<SchemaAttribute> Elements =>
    [
        new("id", TfType.String, AttributeUse.Computed) { Description = "Id of the user." },
        new("username", TfType.String, AttributeUse.Computed) { Description = "Name of the user, without `@`." },
        .. UserSchema.Facts,
    ];
}
