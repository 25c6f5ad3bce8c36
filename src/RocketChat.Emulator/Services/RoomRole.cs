namespace RocketChat.Emulator.Services;

/// <summary>A role of members in a room, as the server spells it.</summary>
/// <param name="Id">The role's id.</param>
/// <param name="Title">The spelling in names of endpoints and methods.</param>
/// <param name="Noun">The noun with its article.</param>
internal sealed record RoomRole(string Id, string Title, string Noun)
{
    public static RoomRole Owner { get; } = new("owner", "Owner", "an owner");

    public static IReadOnlyList<RoomRole> All { get; } =
        [Owner, new("moderator", "Moderator", "a moderator"), new("leader", "Leader", "a leader")];
}
