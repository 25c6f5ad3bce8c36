using TerraformPlugin.Schemas;

namespace RocketTfProvider.Rooms;

/// <summary>The schemas of the list resources for owners.</summary>
internal static class RoomListSchemas
{
    public static Schema Owner { get; } = new()
    {
        Description = "Finds the owners of rooms, to import each of them as a `rocketchat_room_owner`. A room must match all filters that "
            + "are set; without a filter, the owners of all rooms are found. With `owner_id` or `owner_username`, only this owner is "
            + "found.",
        Validators = [RoomsSchema.OneOwner],
        Attributes = RoomsSchema.Filters,
    };

    public static Schema Owners { get; } = new()
    {
        Description = "Finds channels and private rooms, to import the owners of each room as a `rocketchat_room_owners`. A room must "
            + "match all filters that are set; without a filter, all rooms are found.",
        Validators = [RoomsSchema.OneOwner],
        Attributes = RoomsSchema.Filters,
    };
}
