using RocketChat.Client.Owners;
using RocketChat.Client.Reads;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Owners;

public sealed class KnownOwnersTests
{
    private const string Room = "room";

    private readonly WriteLog _writes = new();
    private readonly ManualTimeProvider _time = new();
    private readonly KnownOwners _known;

    public KnownOwnersTests() => _known = new KnownOwners(_writes, _time, TimeSpan.FromMinutes(10));

    [Fact]
    public void Find_WithinTheAge_IsTheListThatWasRead()
    {
        _known.Note(Room, [OwnerFixture.Alice], _writes.Now);
        _time.Advance(5);

        Assert.Equal([OwnerFixture.Alice], _known.Find(Room, TimeSpan.FromSeconds(5)));
        _time.Advance(1);
        Assert.Null(_known.Find(Room, TimeSpan.FromSeconds(5)));
        Assert.NotNull(_known.Find(Room, TimeSpan.MaxValue));
        _time.Advance(594);
        Assert.NotNull(_known.Find(Room, TimeSpan.MaxValue));
        _time.Advance(1);
        Assert.Null(_known.Find(Room, TimeSpan.MaxValue));
    }

    [Fact]
    public void Find_AfterAChangeOfTheRoom_IsNothing()
    {
        _known.Note(Room, [OwnerFixture.Alice], _writes.Now);
        _writes.Note(Subject.OfOwner(Room, OwnerFixture.Bob.Id));

        Assert.Null(_known.Find(Room, TimeSpan.MaxValue));
    }

    [Fact]
    public void IsOwner_AfterAChangeOfAnotherUser_IsStillKnown()
    {
        _known.Note(Room, [OwnerFixture.Alice], _writes.Now);
        _writes.Note(Subject.OfOwner(Room, OwnerFixture.Bob.Id));

        Assert.True(_known.IsOwner(Room, OwnerFixture.Alice.Id));
        Assert.False(_known.IsOwner(Room, "carol-id"));
        Assert.Null(_known.IsOwner(Room, OwnerFixture.Bob.Id));
        Assert.Null(_known.IsOwner("other", OwnerFixture.Alice.Id));
    }

    [Fact]
    public void Note_OfAnOlderRead_KeepsTheNewerOne()
    {
        var before = _writes.Now;
        _writes.Note(Subject.OfOwner(Room, OwnerFixture.Bob.Id));
        _known.Note(Room, [OwnerFixture.Bob], _writes.Now);
        _known.Note(Room, [OwnerFixture.Alice], before);

        Assert.Equal([OwnerFixture.Bob], _known.FindReadAfter(Room, _writes.Now));
        Assert.Null(_known.FindReadAfter(Room, _writes.Now + 1));
    }

    [Fact]
    public void Note_OfALaterReadWithoutAWriteBetween_ReplacesTheList()
    {
        _known.Note(Room, [OwnerFixture.Alice], _writes.Now);
        _known.Note(Room, [OwnerFixture.Bob], _writes.Now);

        Assert.Equal([OwnerFixture.Bob], _known.Find(Room, TimeSpan.MaxValue));
    }

    [Fact]
    public void Note_WhereNothingIsKept_KeepsNothing()
    {
        var known = new KnownOwners(_writes, _time, TimeSpan.Zero);
        known.Note(Room, [OwnerFixture.Alice], _writes.Now);
        known.Note("other", [OwnerFixture.Alice], _writes.Now);

        Assert.Null(known.FindReadAfter(Room, _writes.Now));
        Assert.Empty(known.OwnersOfMany);
    }

    [Fact]
    public void IsUnread_UntilAListIsNoted_WhereListsAreKept()
    {
        Assert.True(_known.IsUnread(Room));
        Assert.False(new KnownOwners(_writes, _time, TimeSpan.Zero).IsUnread(Room));

        _known.Note(Room, [], _writes.Now);

        Assert.False(_known.IsUnread(Room));
    }

    [Fact]
    public void IsOwner_OfOneOfSeveral_IsKnownForTenMinutes()
    {
        _known.Note(Room, [OwnerFixture.Alice, OwnerFixture.Bob], _writes.Now);
        _time.Advance(600);

        Assert.True(_known.IsOwner(Room, OwnerFixture.Bob.Id));
        _time.Advance(1);
        Assert.Null(_known.IsOwner(Room, OwnerFixture.Bob.Id));
    }

    [Fact]
    public void OwnersOfMany_AreThoseOfSeveralRooms()
    {
        _known.Note(Room, [OwnerFixture.Alice, OwnerFixture.Bob], _writes.Now);
        Assert.Empty(_known.OwnersOfMany);

        _known.Note(Room, [OwnerFixture.Alice], _writes.Now);
        _known.Note("other", [OwnerFixture.Bob], _writes.Now);

        Assert.Equal([OwnerFixture.Bob.Id], _known.OwnersOfMany);
    }
}
