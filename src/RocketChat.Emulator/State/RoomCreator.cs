namespace RocketChat.Emulator.State;

/// <summary>Who made a room, as it was at that time.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Username">The username at that time.</param>
/// <param name="Name">The display name at that time.</param>
public sealed record RoomCreator(string Id, string Username, string? Name);
