using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Rooms;

/// <summary>The schema of <c>rocketchat_room_owners</c>.</summary>
internal static class RoomOwnersSchema
{
    public const string Keep = "keep";
    public const string RemoveAdded = "remove_added";

    private static AttributeValidator UserIds { get; } = (value, path, diagnostics) =>
    {
        if (value.Elements.Count == 0)
        {
            diagnostics.AddError("No owner", $"`{path}` must name at least one user: nobody can manage a room without an owner.", path);
        }

        foreach (var element in value.Elements)
        {
            if (element.IsNull)
            {
                diagnostics.AddError("Empty value", $"`{path}` contains null. Give the element a value, or remove it.", path);
            }
            else if (element.IsPresent)
            {
                Validate.NotWhiteSpace(element, path, diagnostics);
                ObjectId.Validator(element, path, diagnostics);
            }
        }
    };

    public static Schema Instance { get; } = new()
    {
        Description = "Sets all owners of one room. Authoritative: owners who are not listed lose the ownership.",
        Validators = [Validate.AtLeastOneOf("room_id", "room_name")],
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed)
            {
                Description = "The same as `room_id`.",
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
            new("user_ids", TfType.Set(TfType.String), AttributeUse.Required)
            {
                Description = "Ids of the users who own the room: exactly these, at least one, and one of them active. The data source "
                    + "`rocketchat_user` finds an id by name. An id stays the same when the user is renamed.",
                Validators = [UserIds],
            },
            new("usernames", TfType.Set(TfType.String), AttributeUse.Computed)
            {
                Description = "Usernames of the owners, as of the last refresh.",
            },
            new("invite_members", TfType.Bool, AttributeUse.OptionalComputed)
            {
                Description = "Whether to invite users who are not members of the room, which everybody in the room sees. Default "
                    + "`false`: such a user is an error. Changing it without changing `user_ids` is no change.",
                Default = TfValue.False,
            },
            new("on_destroy", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Effect of a destroy: `keep` (the default) leaves the owners as they are; `remove_added` removes the owners "
                    + "whom this resource added, as long as an active owner remains.",
                Default = TfValue.Of(Keep),
                Validators = [Validate.OneOf(Keep, RemoveAdded)],
            },
            OperationTimeouts.Default.ToAttribute(),
        ],
    };
}
