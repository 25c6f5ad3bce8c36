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
        Assert.False(_room.Claim("one"));
        Assert.False(_room.Claim("one"));
        Assert.True(_room.Claim("other"));
        Assert.True(_room.Claim("one"));
    }

    [Fact]
    public void Removals_LeftToACreate_AreTakenOnceWithoutThoseThatItKeeps()
    {
        _room.LeaveRemoval(Alice);
        _room.LeaveRemoval(Bob);
        Assert.True(_room.IsLeaving(Bob.Id));
        Assert.False(_room.IsLeaving("carol"));

        _room.Keep(Alice.Id);

        Assert.True(_room.IsKept(Alice.Id));
        Assert.False(_room.IsKept(Bob.Id));
        Assert.Equal([Bob], _room.TakeRemovals());
        Assert.Empty(_room.TakeRemovals());
        Assert.False(_room.IsLeaving(Bob.Id));
    }

    [Fact]
    public void Added_AndDrift_AreTakenOnce()
    {
        var drift = new OwnerDrift(["a"], []);
        _room.LeaveAdded([Alice.Id]);
        _room.NoteDrift(drift);

        Assert.Equal([Alice.Id], _room.TakeAdded());
        Assert.Empty(_room.TakeAdded());
        Assert.Same(drift, _room.TakeDrift());
        Assert.Null(_room.TakeDrift());
    }

    [Fact]
    public void WasOwner_IsWhatAPlanSaw()
    {
        Assert.Null(_room.WasOwner(Alice.Id));
        _room.NoteReviewed(Alice.Id, isOwner: false);
        Assert.False(_room.WasOwner(Alice.Id));
        _room.NoteReviewed(Alice.Id, isOwner: true);
        Assert.True(_room.WasOwner(Alice.Id));
    }

    [Fact]
    public void Stored_AndMoved_AreWhatARefreshNoted()
    {
        Assert.False(_room.IsStored(Alice.Id));
        Assert.False(_room.IsMoved());

        _room.NoteStored(Alice.Id);
        _room.NoteMoved();

        Assert.True(_room.IsStored(Alice.Id));
        Assert.False(_room.IsStored(Bob.Id));
        Assert.True(_room.IsMoved());
    }

    [Fact]
    public void Expected_IsWhatWasSeenWithTheChangesOfThisRun()
    {
        _room.Record(Alice.Id, isOwner: true);
        _room.Record(Bob.Id, isOwner: false);

        Assert.Equal(["alice", "carol"], _room.Expected([Bob.Id, "carol"]).Order());
    }
}
