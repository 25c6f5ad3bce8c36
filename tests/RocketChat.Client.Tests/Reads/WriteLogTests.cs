using RocketChat.Client.Reads;

namespace RocketChat.Client.Tests.Reads;

public sealed class WriteLogTests
{
    private readonly WriteLog _writes = new();

    [Fact]
    public void Holds_AfterAWriteOfSomethingElse_IsTrue()
    {
        var since = _writes.Now;

        _writes.Note([Subject.OwnersOf("other")]);

        Assert.True(_writes.Holds(since, Subject.OwnersOf("room")));
    }

    [Fact]
    public void Holds_AfterAWriteOfTheSame_IsFalseForWhatWasAskedBefore()
    {
        var before = _writes.Now;
        _writes.Note([Subject.OwnersOf("room")]);

        Assert.False(_writes.Holds(before, Subject.OwnersOf("room")));
        Assert.True(_writes.Holds(_writes.Now, Subject.OwnersOf("room")));
    }

    [Fact]
    public void Holds_ForSeveralSubjects_NeedsAllOfThem()
    {
        var since = _writes.Now;
        _writes.Note([Subject.OwnersOf("room")]);

        Assert.False(_writes.Holds(since, Subject.MembersOf("room"), Subject.OwnersOf("room")));
    }

    [Fact]
    public void Holds_AfterAWriteThatMayChangeAnything_IsFalse()
    {
        var since = _writes.Now;
        _writes.Note(null);

        Assert.False(_writes.Holds(since));
        Assert.True(_writes.Holds(_writes.Now));
        Assert.Equal(_writes.Now, _writes.LastOfAll);
    }

    [Fact]
    public void Holds_AfterAWriteThatChangesNothing_IsTrue()
    {
        var since = _writes.Now;
        _writes.Note([]);

        Assert.True(_writes.Holds(since, Subject.Settings));
    }

    [Fact]
    public void OfOwner_EndsWhatIsKnownOfTheRoomAndOfTheUser()
    {
        var since = _writes.Now;
        _writes.Note(Subject.OfOwner("room", "user"));

        Assert.False(_writes.Holds(since, Subject.OwnersOf("room")));
        Assert.False(_writes.Holds(since, Subject.Subscription("user", "room")));
        Assert.False(_writes.Holds(since, Subject.SubscriptionsOf("user")));
        Assert.True(_writes.Holds(since, Subject.Subscription("other", "room"), Subject.Subscription("user", "other")));
        Assert.True(_writes.Holds(since, Subject.OwnersOf("other"), Subject.SubscriptionsOf("other"), Subject.MembersOf("room")));
    }

    [Fact]
    public void OfMember_EndsWhatIsKnownOfTheMembersAndOfTheUser()
    {
        var since = _writes.Now;
        _writes.Note(Subject.OfMember("room", "user"));

        Assert.False(_writes.Holds(since, Subject.MembersOf("room")));
        Assert.False(_writes.Holds(since, Subject.Subscription("user", "room")));
        Assert.False(_writes.Holds(since, Subject.SubscriptionsOf("user")));
        Assert.True(_writes.Holds(since, Subject.MembersOf("other"), Subject.OwnersOf("room"), Subject.Settings));
    }
}
