using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>The decision to remove an owner.</summary>
/// <param name="Active">An active owner who stays; null where none is needed.</param>
/// <param name="IsLast">Whether nobody owns the room afterwards.</param>
/// <param name="IsSeen">Whether a list of the room shows the user as an owner.</param>
internal sealed record RemovalDecision(User? Active, bool IsLast, bool IsSeen);
