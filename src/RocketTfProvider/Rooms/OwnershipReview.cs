using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>What it would mean for a room to have exactly these owners.</summary>
internal sealed record OwnershipReview
{
    public required Room Room { get; init; }

    /// <summary>Who owns the room now.</summary>
    public required IReadOnlyList<User> Owners { get; init; }

    /// <summary>Who shall own it, as far as they exist.</summary>
    public required IReadOnlyList<User> Wanted { get; init; }

    /// <summary>Those of them who are no members and will be invited, as far as this account can see.</summary>
    public required IReadOnlyList<User> Invited { get; init; }

    /// <summary>The account that calls, if somebody is to lose the ownership.</summary>
    public User? Self { get; init; }

    /// <summary>Why it must not be done.</summary>
    public IReadOnlyList<Diagnostic> Faults { get; init; } = [];

    public IReadOnlyList<User> Gains => [.. Wanted.Where(user => !user.IsAmong(Owners))];

    /// <summary>Who loses the ownership: the account that calls last, since it may need the role for the others.</summary>
    public IReadOnlyList<User> Losses => [.. Owners.Where(user => !user.IsAmong(Wanted)).OrderBy(user => user.Id == Self?.Id)];

    public bool ChangesNothing => Gains.Count == 0 && Losses.Count == 0;

    /// <summary>True when the account that calls gives up a role that it cannot replace by another.</summary>
    public bool LosesOwnRole => Self is { } self && self.IsAmong(Losses) && !self.IsAdministrator();
}
