using System.Collections.Immutable;
using RocketChat.Client;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>
/// One create or update: looks again at what the plan looked at, then adds, then removes. Each step is proven by a read and noted in the
/// state, so that whatever stops it, the room has an owner and the next apply goes on from there.
/// </summary>
internal sealed class OwnersChange(RocketChatClient client, OwnershipRun run, ApplyContext<RoomOwnersModel> context)
{
    private readonly OwnersMemory _memory = new(context.Private);
    private readonly RoomOwnersModel _planned = context.Planned;

    public async Task<RoomOwnersModel> MakeAsync(CancellationToken cancellationToken)
    {
        var room = await client.FindOwnableRoomAsync(_planned.RoomId.Value, RoomOwnersResource.RoomIdPath, cancellationToken);
        var review = await new OwnershipReviewer(client, run, RoomOwnersResource.UserIdsPath)
            .ReviewAsync(room, _planned.UserIds.Value, _planned.InviteMembers.Or(false), cancellationToken)
            ;
        run.Wants(room.Id, _planned.UserIds.Value);
        RequireFaultless(review);
        RequireAsSeen(review);

        _memory.Added = [.. _memory.Added.Union(run.TakeOver(room.Id))];
        var owners = review.Owners.ToList();
        foreach (var user in review.Gains)
        {
            await AddAsync(room, user, cancellationToken);
            owners.Add(user);
            _memory.Added = [.. _memory.Added.Append(user.Id).Distinct()];
            Note(room, owners, user, isOwner: true);
        }

        foreach (var user in review.Losses)
        {
            await client.RoomOwners.RemoveAsync(room, user, cancellationToken: cancellationToken);
            owners.RemoveAll(owner => owner.Id == user.Id);
            _memory.Added = [.. _memory.Added.Where(id => id != user.Id)];
            Note(room, owners, user, isOwner: false);
        }

        _memory.IsUnfinished = false;
        _memory.See(owners);
        return Present(room, owners);
    }

    private void RequireFaultless(OwnershipReview review)
    {
        foreach (var fault in review.Faults.Skip(1))
        {
            context.Diagnostics.Add(fault);
        }

        if (review.Faults.Count > 0)
        {
            throw new DiagnosticException(review.Faults[0]);
        }
    }

    /// <summary>Takes nothing away that nobody has reviewed.</summary>
    private void RequireAsSeen(OwnershipReview review)
    {
        var seen = context.Prior is { } prior && prior.RoomId == _planned.RoomId ? prior.UserIds.Or([]) : _memory.Seen?.Keys;
        if (review.ChangesNothing || seen is null || run.SinceThen(review.Room.Id, seen).SetEquals(review.Owners.Select(owner => owner.Id)))
        {
            return;
        }

        var names = _memory.Seen;
        throw new DiagnosticException(
            "Owners changed since the plan",
            $"When the plan was made, {seen.Select(id => names?.GetValueOrDefault(id) ?? id).Named()} owned the room `{review.Room.Name}`; now "
            + $"{review.Owners.Named()} own it. Nothing was changed. Make a new plan, and look at who gains and loses the ownership.",
            RoomOwnersResource.UserIdsPath);
    }

    private async Task AddAsync(Room room, User user, CancellationToken cancellationToken)
    {
        try
        {
            await client.RoomOwners.AddAsync(room, user, cancellationToken);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.NotAMember)
        {
            if (!_planned.InviteMembers.Or(false))
            {
                throw new DiagnosticException(OwnershipWords.NotAMember(room, user, RoomOwnersResource.UserIdsPath), failure);
            }

            await client.RoomMembers.InviteAsync(room, user, cancellationToken);
            await client.RoomOwners.AddAsync(room, user, cancellationToken);
        }
    }

    private void Note(Room room, List<User> owners, User changed, bool isOwner)
    {
        run.Changed(room.Id, changed.Id, isOwner);
        _memory.IsUnfinished = context.Prior is null;
        _memory.See(owners);
        context.SavePartial(Present(room, owners));
    }

    private RoomOwnersModel Present(Room room, List<User> owners) => _planned with
    {
        Id = room.Id,
        RoomName = room.Name,
        UserIds = owners.Select(owner => owner.Id).ToImmutableArray(),
        Usernames = owners.Select(owner => owner.Username).ToImmutableArray(),
    };
}
