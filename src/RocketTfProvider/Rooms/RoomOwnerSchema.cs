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
                Description = "Id of the room: a channel, a private room, a discussion, or a team's main room. Changing it forces a new "
                    + "resource. The data source `rocketchat_room` finds it by name.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
                PlanModifiers = [PlanModifiers.RequiresReplace],
            },
            new("user_id", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Id of the user, who must be a member of the room. Set either this or `username`. The id stays the same "
                    + "when the user is renamed. Changing it forces a new resource.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
                PlanModifiers = [PlanModifiers.UseStateForUnknown, PlanModifiers.RequiresReplace],
            },
            new("username", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Username, without `@`, case-sensitive. Set either this or `user_id`. Another user's name forces a new "
                    + "resource; a user who was renamed on the server stays the owner.",
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
                Description = "Effect of a destroy: `remove` (the default) removes the ownership, and the user stays a member; `keep` "
                    + "changes nothing.",
                Default = TfValue.Of(Remove),
                Validators = [Validate.OneOf(Remove, Keep)],
            },
            new("allow_ownerless", TfType.Bool, AttributeUse.OptionalComputed)
            {
                Description = "Whether a destroy may remove the room's last owner. Default `false`: it is refused.",
                Default = TfValue.False,
            },
            OperationTimeouts.Default.ToAttribute(),
        ],
    };
}
