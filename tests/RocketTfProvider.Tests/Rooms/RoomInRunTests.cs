using RocketChat.Client.Users;
using RocketTfProvider.Rooms;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>The changes of a room that objects of one run tell each other.</summary>
public sealed class RoomInRunTests
{
    private static readonly User Alice = new() { Id = "alice", Username = "a" };
    private static readonly User Bob = new() { Id = "bob", Username = "b" };

    private readonly RoomInRun _room = new();

    [Fact]
    public void Claim_OfASecondType_IsReportedToBoth()
    {
        Assert.False(_room.Notes.Claim("one"));
        Assert.False(_room.Notes.Claim("one"));
        Assert.True(_room.Notes.Claim("other"));
        Assert.True(_room.Notes.Claim("one"));
    }

    [Fact]
    public void Removals_LeftToACreate_AreTakenOnceWithoutThoseThatItKeeps()
    {
        _room.Handover.LeaveRemoval(Alice);
        _room.Handover.LeaveRemoval(Bob);
        Assert.True(_room.Handover.IsLeaving(Bob.Id));
        Assert.False(_room.Handover.IsLeaving("carol"));

        _room.Handover.Keep(Alice.Id);

        Assert.True(_room.Handover.IsKept(Alice.Id));
        Assert.False(_room.Handover.IsKept(Bob.Id));
        Assert.Equal([Bob], _room.Handover.TakeRemovals());
        Assert.Empty(_room.Handover.TakeRemovals());
        Assert.False(_room.Handover.IsLeaving(Bob.Id));
    }

    [Fact]
    public void Added_AndDrift_AreTakenOnce()
    {
        var drift = new OwnerDrift(["a"], []);
        _room.Handover.LeaveAdded([Alice.Id]);
        _room.Notes.NoteDrift(drift);

        Assert.Equal([Alice.Id], _room.Handover.TakeAdded());
        Assert.Empty(_room.Handover.TakeAdded());
        Assert.Same(drift, _room.Notes.TakeDrift());
        Assert.Null(_room.Notes.TakeDrift());
    }

    [Fact]
    public void WasOwner_IsWhatAPlanSaw()
    {
        Assert.Null(_room.Notes.WasOwner(Alice.Id));
        _room.Notes.NoteReviewed(Alice.Id, isOwner: false);
        Assert.False(_room.Notes.WasOwner(Alice.Id));
        _room.Notes.NoteReviewed(Alice.Id, isOwner: true);
        Assert.True(_room.Notes.WasOwner(Alice.Id));
    }

    [Fact]
    public void Stored_AndMoved_AreWhatARefreshNoted()
    {
        Assert.False(_room.Notes.IsStored(Alice.Id));
        Assert.False(_room.Notes.IsMoved());

        _room.Notes.NoteStored(Alice.Id);
        _room.Notes.NoteMoved();

        Assert.True(_room.Notes.IsStored(Alice.Id));
        Assert.False(_room.Notes.IsStored(Bob.Id));
        Assert.True(_room.Notes.IsMoved());
    }

    [Fact]
    public void Expected_IsWhatWasSeenWithTheChangesOfThisRun()
    {
        _room.Changes.Record(Alice.Id, isOwner: true);
        _room.Changes.Record(Bob.Id, isOwner: false);

        Assert.Equal(["alice", "carol"], _room.Changes.Expected([Bob.Id, "carol"]).Order());
    }
}
