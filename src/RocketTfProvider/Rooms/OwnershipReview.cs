using RocketChat.Client;

namespace RocketTfProvider.Rooms;

/// <summary>The difference between the owners that a room has and those that it shall have.</summary>
internal sealed record OwnershipReview
{
    public required Room Room { get; init; }

    /// <summary>The owners now.</summary>
    public required IReadOnlyList<User> Owners { get; init; }

    /// <summary>The wanted owners, without those who do not exist.</summary>
    public required IReadOnlyList<User> Wanted { get; init; }

    /// <summary>The wanted owners who are not members and will be invited, where this account can see that.</summary>
    public required IReadOnlyList<User> Invited { get; init; }

    /// <summary>The account that calls; null when nobody loses the ownership.</summary>
    public User? Self { get; init; }

    /// <summary>Reasons not to make the change.</summary>
    public IReadOnlyList<OwnershipFault> Faults { get; init; } = [];

    public IReadOnlyList<User> Gains => [.. Wanted.Where(user => !user.IsAmong(Owners))];

    /// <summary>
    /// The owners who lose the ownership. The account that calls is last, since it may need the role to remove the others.
    /// </summary>
    public IReadOnlyList<User> Losses => [.. Owners.Where(user => !user.IsAmong(Wanted)).OrderBy(user => user.Id == Self?.Id)];

    public bool ChangesNothing => Gains.Count == 0 && Losses.Count == 0;

    /// <summary>True when the account that calls gives up a role that it cannot replace by another.</summary>
    public bool LosesOwnRole => Self is { } self && self.IsAmong(Losses) && !self.IsAdministrator();
}
