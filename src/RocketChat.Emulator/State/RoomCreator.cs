namespace RocketChat.Emulator.State;

/// <summary>The maker of a room, with the names of that time.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Username">The username at that time.</param>
/// <param name="Name">The display name at that time.</param>
public sealed record RoomCreator(string Id, string Username, string? Name)
{
    internal static RoomCreator Of(User user) => new(user.Id, user.Username, user.Name);
}
