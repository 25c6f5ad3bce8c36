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
        var owners = IsPlan
            ? await client.RoomOwners.GetOneOfManyAsync(room.Id, cancellationToken)
            : await client.RoomOwners.GetAsync(room.Id, cancellationToken);

        var isSame = UserList.AreSame(userIds, owners.Select(owner => owner.Id));

        // A plan has checked the members before the apply began. A single new owner is not in the room if the server says so.
        var checksMembers = IsPlan ? !run.IsApplying : userIds.Count(userId => owners.All(owner => owner.Id != userId)) > 1;
        var (wanted, invited, faults) = (new List<User>(), new List<User>(), new List<OwnershipFault>());
        foreach (var userId in userIds)
        {
            var owner = owners.FirstOrDefault(known => known.Id == userId);
            var user = isSame ? owner : await FindAsync(userId, owner, cancellationToken);
            if (user is null)
            {
                faults.Add(new(OwnershipDiagnostics.UnknownUser(userId, path), userId));
                continue;
            }

            wanted.Add(user);
            if (owner is null && checksMembers && await client.RoomMembers.IsMemberAsync(room, user, cancellationToken) == false)
            {
                if (invites)
                {
                    invited.Add(user);
                }
                else
                {
                    faults.Add(new(OwnershipDiagnostics.NotAMember(room, user, path), userId));
                }
            }
        }

        var review = new OwnershipReview { Room = room, Owners = owners, Wanted = wanted, Invited = invited };
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

    // An owner exists: an account that the server does not show was deactivated, and this account may not see that.
    private async Task<User?> FindAsync(string userId, User? owner, CancellationToken cancellationToken) =>
        await client.Users.FindByIdAsync(userId, cancellationToken)
        ?? (owner is null ? null : owner with { Active = false });
}
