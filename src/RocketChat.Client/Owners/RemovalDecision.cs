using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>The decision to remove an owner.</summary>
/// <param name="Active">An active owner who stays; null where none is needed.</param>
internal sealed record RemovalDecision(User? Active)
{
    /// <summary>Whether nobody owns the room afterwards, which the caller allows.</summary>
    public bool IsLast { get; init; }
}
