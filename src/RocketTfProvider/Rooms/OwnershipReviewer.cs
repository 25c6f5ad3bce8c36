using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>Compares wanted owners with a live room. The plan shows what it finds; the apply does the same again before it touches anything.</summary>
internal sealed class OwnershipReviewer(RocketChatClient client, OwnershipRun run, AttributePath path)
{
    /// <summary>Whether nothing is written by what is found, so that the cheapest read is good enough.</summary>
    public bool IsPlan { get; init; }

    /// <param name="room">The room.</param>
    /// <param name="userIds">Exactly those who shall own it.</param>
    /// <param name="invites">Whether somebody who is not a member will be invited.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<OwnershipReview> ReviewAsync(Room room, IReadOnlyCollection<string> userIds, bool invites, CancellationToken cancellationToken)
    {
        var owners = IsPlan
            ? await client.RoomOwners.GetOneOfManyAsync(room.Id, cancellationToken)
            : await client.RoomOwners.GetAsync(room.Id, cancellationToken);
        var (wanted, invited, faults) = (new List<User>(), new List<User>(), new List<Diagnostic>());
        foreach (var userId in userIds)
        {
            var owner = owners.FirstOrDefault(known => known.Id == userId);
            var user = await FindAsync(userId, owner, cancellationToken);
            if (user is null)
            {
                faults.Add(OwnershipWords.UnknownUser(userId, path));
                continue;
            }

            wanted.Add(user);
            if (owner is null && await client.RoomMembers.IsMemberAsync(room, user, cancellationToken) == false)
            {
                if (invites)
                {
                    invited.Add(user);
                }
                else
                {
                    faults.Add(OwnershipWords.NotAMember(room, user, path));
                }
            }
        }

        var review = new OwnershipReview { Room = room, Owners = owners, Wanted = wanted, Invited = invited };
        if (wanted.Count > 0 && !review.ChangesNothing && wanted.TrueForAll(user => user.Active == false))
        {
            faults.Add(OwnershipWords.NobodyActive(room, wanted, path));
        }

        return review with
        {
            Self = review.Losses.Count > 0 ? await run.SelfAsync(client, cancellationToken) : null,
            Faults = faults,
        };
    }

    // Who is an owner exists: if the server tells nothing of the account, it was deactivated and this account may not see that.
    private async Task<User?> FindAsync(string userId, User? owner, CancellationToken cancellationToken) =>
        await client.Users.FindByIdAsync(userId, cancellationToken)
        ?? (owner is null ? null : owner with { Active = false });
}
