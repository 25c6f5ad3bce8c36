using System.Collections.Immutable;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>
/// A create or update: reviews again what the plan reviewed, then adds, then removes. Each step is proven by a read and noted in the
/// state: whatever interrupts the change, the room has an owner, and the next apply goes on from there.
/// </summary>
internal sealed class OwnersChange(Run run, ApplyContext<RoomOwnersModel> context)
{
    private readonly RocketChatClient _client = run.Client;
    private readonly OwnershipRun _run = run.Of<OwnershipRun>();
    private readonly RoomOwnersPrivateState _stored = new(context.Private);
    private readonly RoomOwnersModel _planned = context.Planned;

    public async Task<RoomOwnersModel> MakeAsync(CancellationToken cancellationToken)
    {
        var room = (await _client.FindChosenRoomAsync(
            _planned.RoomId.IsPresent ? _planned.RoomId : context.Config.RoomId,
            context.Prior is null ? context.Config.RoomName : default,
            cancellationToken))!;
        var invites = _planned.InviteMembers.Value;
        var reviewer = new OwnershipReviewer(_client, _run, RoomOwnersResource.UserIdsPath);
        var review = await reviewer.ReviewAsync(
            room,
            reviewer.Read(room.Id, _planned.UserIds.Value, cancellationToken),
            _planned.UserIds.Value,
            invites,
            cancellationToken);
        var inRun = _run.In(room.Id);
        inRun.Handover.Keep(_planned.UserIds.Value);
        RequireFaultless(review);
        RequireAsSeen(review);

        _stored.Added = [.. _stored.Added, .. inRun.Handover.TakeAdded()];
        var owners = review.Owners.ToList();
        var invitation = new OwnerInvitation(_client, invites, RoomOwnersResource.UserIdsPath) { IsNew = true };
        await OwnerBatch.EachAsync(
            review.Gains,
            user => invitation.AddAsync(room, user, cancellationToken),
            user =>
            {
                owners.Add(user);
                _stored.Added = [.. _stored.Added, user.Id];
                Note(room, owners, user, isOwner: true);
            });

        // The account that calls may need its own role to remove the others.
        var self = review.Losses.Where(user => user.Id == review.Self?.Id).ToList();
        foreach (var leaving in (IEnumerable<User>[])[review.Losses.Except(self), self])
        {
            await OwnerBatch.EachAsync(
                leaving,
                user => _client.RoomOwners.RemoveAsync(room, user, cancellationToken: cancellationToken),
                user =>
                {
                    owners.RemoveAll(owner => owner.Id == user.Id);
                    _stored.Added = [.. _stored.Added.Where(id => id != user.Id)];
                    Note(room, owners, user, isOwner: false);
                });
        }

        if (!review.ChangesNothing)
        {
            // Read after the last change of this run, and so after those of another run that has ended before.
            owners = [.. await _client.RoomOwners.GetRecentAsync(room.Id, cancellationToken)];
            RequireAsWanted(room, review.Wanted, owners);
        }

        _stored.IsUnfinished = false;
        RoomPrivateState.SetMoved(context.Private, false);
        _stored.Applied = _planned.UserIds.Value;
        _stored.RoomNames.Add(context.Config.RoomName);
        _stored.SetSeen(owners);

        // An owner whom another object of this run keeps is not in the list.
        var done = ModelOf(room, owners.FindAll(owner => owner.IsAmong(review.Wanted)));

        // Names of the plan stay as they were planned: the next refresh shows what was renamed meanwhile.
        return done with { RoomName = _planned.RoomName.Or(room.Name), Usernames = _planned.Usernames.Or(done.Usernames.Value) };
    }

    /// <summary>
    /// Reports owners whom somebody else added or removed while this change was under way. Owners that this run keeps are not among them.
    /// </summary>
    private void RequireAsWanted(Room room, IReadOnlyList<User> wanted, List<User> owners)
    {
        var inRun = _run.In(room.Id);
        if (owners.TrueForAll(owner => inRun.Handover.IsKept(owner.Id)) && wanted.All(user => user.IsAmong(owners)))
        {
            return;
        }

        _stored.SetSeen(owners);
        context.SavePartial(ModelOf(room, owners));
        throw new DiagnosticException(
            "Owners changed during the apply",
            $"The configuration lists {wanted.Named()} as owners of the room {room.Quoted()}; now {owners.Named()} "
            + $"{OwnershipDiagnostics.Own(owners.Count)} it. Another run, or "
            + "somebody in Rocket.Chat, changed the owners at the same time. Make a new plan, and check who gains and who loses the "
            + "ownership. If two configurations manage the room, remove it from one of them.",
            RoomOwnersResource.UserIdsPath);
    }

    private void RequireFaultless(OwnershipReview review)
    {
        foreach (var fault in review.Faults.Skip(1))
        {
            context.Diagnostics.Add(fault.Diagnostic);
        }

        if (review.Faults.Count > 0)
        {
            throw new DiagnosticException(review.Faults[0].Diagnostic);
        }
    }

    /// <summary>Removes no owner whose removal was not in the plan.</summary>
    private void RequireAsSeen(OwnershipReview review)
    {
        // The prior state of a moved object has the one owner of the other resource.
        var seen = context.Prior is { } prior && !RoomPrivateState.IsMoved(context.Private) ? prior.UserIds.Or([]) : _stored.Seen?.Keys;
        var owners = review.Owners.Select(owner => owner.Id);
        if (review.ChangesNothing || seen is null || _run.In(review.Room.Id).Changes.Expected(seen).SetEquals(owners))
        {
            return;
        }

        var names = _stored.Seen;
        throw new DiagnosticException(
            "Owners changed since the plan",
            $"When the plan was made, {seen.Select(id => names?.GetValueOrDefault(id) ?? id).Named()} owned the room "
            + $"{review.Room.Quoted()}; now {review.Owners.Named()} {OwnershipDiagnostics.Own(review.Owners.Count)} it. "
            + "Nothing was changed. Make a new plan, and check who gains and "
            + "who loses the ownership.",
            RoomOwnersResource.UserIdsPath);
    }

    private void Note(Room room, List<User> owners, User changed, bool isOwner)
    {
        _run.In(room.Id).Changes.Record(changed.Id, isOwner);
        _stored.IsUnfinished = context.Prior is null;
        _stored.SetSeen(owners);
        context.SavePartial(ModelOf(room, owners));
    }

    private RoomOwnersModel ModelOf(Room room, List<User> owners) => _planned with
    {
        Id = room.Id,
        RoomId = room.Id,
        RoomName = room.Name,
        UserIds = owners.Select(owner => owner.Id).ToImmutableArray(),
        Usernames = owners.Select(owner => owner.Username).ToImmutableArray(),
    };
}
