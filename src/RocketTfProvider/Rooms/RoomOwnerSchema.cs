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
        Validators = [Validate.AtLeastOneOf("room_id", "room_name"), Validate.AtLeastOneOf("user_id", "username")],
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed)
            {
                Description = "`room_id/user_id`.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("room_id", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Id of the room: a channel, a private room, a discussion, or a team's main room. Set this or `room_name`; "
                    + "if both are set, they must mean the same room. Changing it forces a new resource.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
                PlanModifiers = [PlanModifiers.UseStateForUnknown, PlanModifiers.RequiresReplace],
            },
            new("room_name", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = RoomSchema.NameInPlaceOfId,
                Validators = [Validate.NotWhiteSpace, RoomSchema.NoHash],
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("user_id", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Id of the user, who must be a member of the room, unless `invite_members` is set. Set this or `username`; "
                    + "if both are set, they must mean the same user. The id stays the same when the user is renamed. Changing it forces "
                    + "a new resource.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
                PlanModifiers = [PlanModifiers.UseStateForUnknown, PlanModifiers.RequiresReplace],
            },
            new("username", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Username, without `@`, case-sensitive. Set this or `user_id`. The provider looks the name up when the "
                    + "resource is created and when you change the text; another user's name then forces a new resource. A user who was "
                    + "renamed on the server stays the owner.",
                Validators = [Validate.NotWhiteSpace, ObjectId.NoAtSign],
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("invite_members", TfType.Bool, AttributeUse.OptionalComputed)
            {
                Description = "Whether to invite the user if the user is not a member of the room, which everybody in the room sees. "
                    + "Default `false`: such a user is an error. Only a create reads it, so changing it later is no change.",
                Default = TfValue.False,
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
