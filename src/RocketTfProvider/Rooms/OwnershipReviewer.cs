using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>Compares wanted owners with a live room: for the plan, and again for the apply before it changes anything.</summary>
internal sealed class OwnershipReviewer(RocketChatClient client, OwnershipRun run, AttributePath path)
{
    /// <summary>True for a plan: no write depends on the review, so the cheapest read is good enough.</summary>
    public bool IsPlan { get; init; }

    /// <summary>Begins the reads of a review that need the id of the room alone.</summary>
    public OwnershipReads Read(string roomId, IReadOnlyCollection<string> userIds, CancellationToken cancellationToken) => new(
        IsPlan
            ? client.RoomOwners.GetOneOfManyAsync(roomId, cancellationToken)
            : client.RoomOwners.GetAsync(roomId, cancellationToken),
        client.Users.FindByIdsAsync(userIds, cancellationToken));

    /// <param name="room">The room.</param>
    /// <param name="reads">The reads about the room and the users.</param>
    /// <param name="userIds">Exactly the users who shall own it.</param>
    /// <param name="invites">Whether users who are not members will be invited.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<OwnershipReview> ReviewAsync(
        Room room, OwnershipReads reads, IReadOnlyCollection<string> userIds, bool invites, CancellationToken cancellationToken)
    {
        await reads.EndAsync();
        var (owners, found) = (await reads.Owners, await reads.Users);
        var users = userIds.ToDictionary(userId => userId, userId => Find(userId, found, owners));
        List<User> wanted = [.. users.Values.OfType<User>()];
        var review = new OwnershipReview { Room = room, Owners = owners, Wanted = wanted, Invited = [] };

        // A plan of any change checks the rights of the account.
        var asksSelf = IsPlan ? !review.ChangesNothing : review.Losses.Count > 0;
        var askingSelf = asksSelf ? run.SelfAsync(client, cancellationToken) : null;
        var findingOutsiders = FindOutsidersAsync(room, review.Gains, cancellationToken);
        await Calls.EndAsync(findingOutsiders, askingSelf ?? Task.CompletedTask);
        var outsiders = await findingOutsiders;
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
            Invited = invites ? outsiders : [],
            Self = askingSelf is not null && review.Losses.Count > 0 ? await askingSelf : null,
            Faults = faults,
        };
    }

    // Half an apply would be harder to understand than none.
    private async Task<IReadOnlyList<User>> FindOutsidersAsync(
        Room room, IReadOnlyCollection<User> newOwners, CancellationToken cancellationToken) =>
        newOwners.Count > 0 ? await client.RoomMembers.FindOutsidersAsync(room, newOwners, cancellationToken) : [];

    // An owner exists: an account that the server does not show was deactivated, and this account may not see that.
    private static User? Find(string userId, IReadOnlyList<User> found, IReadOnlyList<User> owners) =>
        found.FirstOrDefault(user => user.Id == userId)
        ?? (owners.FirstOrDefault(owner => owner.Id == userId) is { } hidden ? hidden with { Active = false } : null);
}
