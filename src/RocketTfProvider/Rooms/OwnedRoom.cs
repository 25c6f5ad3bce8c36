using RocketChat.Client;

namespace RocketTfProvider.Rooms;

/// <summary>A room and its owners.</summary>
internal sealed record OwnedRoom(Room Room, IReadOnlyList<User> Owners)
{
    public const string None = "none";
    public const string Single = "single";
    public const string Inactive = "inactive";

    /// <summary>Whether this can be said of the owners. An owner whom the account cannot see counts as active.</summary>
    public bool Is(string ownership) => ownership switch
    {
        None => Owners.Count == 0,
        Single => Owners.Count == 1,
        _ => Owners.Count > 0 && Owners.All(owner => owner.Active == false),
    };
}
