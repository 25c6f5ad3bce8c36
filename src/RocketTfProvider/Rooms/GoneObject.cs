using TerraformPlugin.Models;

namespace RocketTfProvider.Rooms;

/// <summary>
/// An object that a refresh of this run found gone. Core plans it as a new object and hands the plan nothing of it, but what the world
/// took away must not fail a plan, since a destroy begins with one.
/// </summary>
internal sealed record GoneObject
{
    public required string RoomId { get; init; }

    public required IReadOnlyList<string> RoomNames { get; init; }

    /// <summary>The owner; null for the list of all owners.</summary>
    public string? UserId { get; init; }

    public IReadOnlyList<string> Usernames { get; init; } = [];

    public bool IsMeantBy(Tf<string> roomId, Tf<string> roomName) => IsMeant(roomId, roomName, RoomId, RoomNames);

    public bool IsMeantBy(RoomOwnerModel config) =>
        UserId is not null
        && IsMeantBy(config.RoomId, config.RoomName)
        && IsMeant(config.UserId, config.Username, UserId, Usernames);

    private static bool IsMeant(Tf<string> id, Tf<string> name, string goneId, IReadOnlyList<string> goneNames) =>
        id.IsNull ? name.TryGet(out var text) && goneNames.Contains(text) : id == goneId;
}
