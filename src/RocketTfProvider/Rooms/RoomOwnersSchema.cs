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
            diagnostics.AddError("No owner", $"`{path}` must name at least one user: a room without an owner is a room that nobody can manage.", path);
        }

        foreach (var element in value.Elements)
        {
            if (element.IsNull)
            {
                diagnostics.AddError("Empty value", $"`{path}` holds a null. Give it a value, or leave it out.", path);
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
        Description = "Sets all owners of one room. Authoritative: whoever owns the room and is not listed loses the ownership.",
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed)
            {
                Description = "The same as `room_id`.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("room_id", TfType.String, AttributeUse.Required)
            {
                Description = "Id of the room: a channel, a private room, a discussion, or a team's main room. Changing it makes a new resource. "
                    + "The data source `rocketchat_room` finds it by name.",
                Validators = [Validate.NotWhiteSpace, ObjectId.Validator],
                PlanModifiers = [PlanModifiers.RequiresReplace],
            },
            new("user_ids", TfType.Set(TfType.String), AttributeUse.Required)
            {
                Description = "Ids of the users who own the room: exactly these, at least one, and one of them active. The data source `rocketchat_user` finds an "
                    + "id by name. An id survives a change of the user's name.",
                Validators = [UserIds],
            },
            new("usernames", TfType.Set(TfType.String), AttributeUse.Computed)
            {
                Description = "Names of the owners, as of the last refresh.",
            },
            new("room_name", TfType.String, AttributeUse.Computed)
            {
                Description = "Name of the room, as of the last refresh.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("invite_members", TfType.Bool, AttributeUse.OptionalComputed)
            {
                Description = "Whether a user who is not a member of the room is invited to it first, which everybody in the room sees. Default `false`: such a "
                    + "user is an error.",
                Default = TfValue.False,
            },
            new("on_destroy", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "What a destroy does: `keep` (the default) leaves the owners as they are; `remove_added` takes the ownership from those whom this "
                    + "resource made owners, as long as an active owner remains.",
                Default = TfValue.Of(Keep),
                Validators = [Validate.OneOf(Keep, RemoveAdded)],
            },
            OperationTimeouts.Default.ToAttribute(),
        ],
    };
}
