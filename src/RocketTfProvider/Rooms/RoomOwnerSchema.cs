using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Rooms;

/// <summary>The schema of <c>rocketchat_room_owner</c>.</summary>
internal static class RoomOwnerSchema
{
    public const string Remove = "remove";
    public const string Keep = "keep";

    public static Schema Instance { get; } = new()
    {
        Description = "Makes one user an owner of one room. Additive: it never touches the room's other owners.",
        Validators = [Validate.ExactlyOneOf("user_id", "username")],
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed)
            {
                Description = "`room_id/user_id`.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("room_id", TfType.String, AttributeUse.Required)
            {
                Description = "Id of the room: a channel, a private room, a discussion, or a team's main room. Changing it makes a new resource. "
                    + "The data source `rocketchat_room` finds it by name.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
                PlanModifiers = [PlanModifiers.RequiresReplace],
            },
            new("user_id", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Id of the user, who must be a member of the room. Either this or `username`. The id survives a change of the user's name. "
                    + "Changing it makes a new resource.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
                PlanModifiers = [PlanModifiers.UseStateForUnknown, PlanModifiers.RequiresReplace],
            },
            new("username", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Name of the user, without `@`, with the capitals that it has. Either this or `user_id`. Naming another user makes a "
                    + "new resource; a user who was renamed on the server stays the owner.",
                Validators = [Validate.NotWhiteSpace, ObjectId.NoAtSign],
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("room_name", TfType.String, AttributeUse.Computed)
            {
                Description = "Name of the room, as of the last refresh.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("on_destroy", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "What a destroy does: `remove` (the default) takes the ownership away, the user stays a member; `keep` leaves everything as it is.",
                Default = TfValue.Of(Remove),
                Validators = [Validate.OneOf(Remove, Keep)],
            },
            new("allow_ownerless", TfType.Bool, AttributeUse.OptionalComputed)
            {
                Description = "Whether a destroy may take away the room's last owner. Default `false`: it is refused.",
                Default = TfValue.False,
            },
            OperationTimeouts.Default.ToAttribute(),
        ],
    };
}
