using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>Compares wanted owners with a live room: for the plan, and again for the apply before it changes anything.</summary>
internal sealed class OwnershipReviewer(RocketChatClient client, OwnershipRun run, AttributePath path)
{
    /// <summary>True for a plan: no write depends on the review, so the cheapest read is good enough.</summary>
    public bool IsPlan { get; init; }

    /// <param name="room">The room.</param>
    /// <param name="userIds">Exactly the users who shall own it.</param>
    /// <param name="invites">Whether users who are not members will be invited.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<OwnershipReview> ReviewAsync(
        Room room, IReadOnlyCollection<string> userIds, bool invites, CancellationToken cancellationToken)
    {
        var (reading, finding) = (ReadOwnersAsync(room, cancellationToken), client.Users.FindByIdsAsync(userIds, cancellationToken));
        await Task.WhenAll(reading, finding);
        var (owners, found) = (await reading, await finding);
        var users = userIds.ToDictionary(userId => userId, userId => Find(userId, found, owners));
        List<User> wanted = [.. users.Values.OfType<User>()];
        var outsiders = await FindOutsidersAsync(room, [.. wanted.Where(user => !user.IsAmong(owners))], cancellationToken);
        var faults = new List<OwnershipFault>();
        foreach (var (userId, user) in users)
        {
            if (user is null)
            {
                faults.Add(new(OwnershipDiagnostics.UnknownUser(userId, path), userId));
            }
            else if (!invites && user.IsAmong(outsiders))
            {
                faults.Add(new(OwnershipDiagnostics.NotAMember(room, user, path), userId));
            }
        }

        var review = new OwnershipReview { Room = room, Owners = owners, Wanted = wanted, Invited = invites ? outsiders : [] };
        if (wanted.Count > 0 && !review.ChangesNothing && wanted.TrueForAll(user => user.Active == false))
        {
            faults.Add(new(OwnershipDiagnostics.NobodyActive(room, wanted, path), [.. userIds]));
        }

        if (!review.ChangesNothing && await OwnersOutOfReach.FindAsync(room, client, run, path, cancellationToken) is { } outOfReach)
        {
            faults.Add(new(outOfReach));
        }

        return review with
        {
            Self = review.Losses.Count > 0 ? await run.SelfAsync(client, cancellationToken) : null,
            Faults = faults,
        };
    }

    private Task<IReadOnlyList<User>> ReadOwnersAsync(Room room, CancellationToken cancellationToken) => IsPlan
        ? client.RoomOwners.GetOneOfManyAsync(room.Id, cancellationToken)
        : client.RoomOwners.GetAsync(room.Id, cancellationToken);

    // Half an apply would be harder to understand than none.
    private async Task<IReadOnlyList<User>> FindOutsidersAsync(
        Room room, IReadOnlyCollection<User> newOwners, CancellationToken cancellationToken) =>
        newOwners.Count > 0 ? await client.RoomMembers.FindOutsidersAsync(room, newOwners, cancellationToken) : [];

    // An owner exists: an account that the server does not show was deactivated, and this account may not see that.
    private static User? Find(string userId, IReadOnlyList<User> found, IReadOnlyList<User> owners) =>
        found.FirstOrDefault(user => user.Id == userId)
        ?? (owners.FirstOrDefault(owner => owner.Id == userId) is { } hidden ? hidden with { Active = false } : null);
}
