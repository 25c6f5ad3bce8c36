using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>The memory of a resource that is made of settings, as a later call reads it.</summary>
public sealed class SettingsPrivateStateTests
{
    private static readonly SettingAttribute Attribute = new("one", SettingKind.String, "", "One", "Former");

    private readonly PrivateState _stored = new();

    private SettingsPrivateState State => new(_stored);

    [Fact]
    public void Manage_ForgetsWhatIsNoLongerManaged()
    {
        State.Manage(["One", "Two"]);
        State.KeepBefore("One", SettingJson.Parse("1"));
        State.KeepBefore("Two", SettingJson.Parse("2"));
        State.Sent("One", "secret-0123");
        State.Sent("Two", "secret-0123");

        State.Manage(["Two", "Three"]);

        Assert.Equal(["Three", "Two"], State.ManagedIds.Order());
        Assert.Null(State.Before("One"));
        Assert.Equal("2", State.Before("Two")?.GetRawText());
        Assert.False(State.HasSent("One"));
        Assert.True(State.HasSent("Two"));
        Assert.True(State.IsLastSent("Two", "secret-0123"));
        Assert.False(State.IsLastSent("Two", "secret-0124"));
        Assert.False(State.IsLastSent("Three", "secret-0123"));
    }

    [Fact]
    public void KeepBefore_KeepsTheFirstValue()
    {
        State.KeepBefore("One", SettingJson.Parse("1"));
        State.KeepBefore("One", SettingJson.Parse("2"));

        Assert.Equal("1", State.Before("One")?.GetRawText());
        Assert.Null(State.Before("Two"));
    }

    [Fact]
    public void Manages_GoesByAnyIdOfTheAttribute()
    {
        State.Manage(["Former"]);
        Assert.True(State.Manages(Attribute));
        Assert.True(State.IsManaged("Former"));
        Assert.False(State.IsManaged("One"));

        State.Manage(["Two"]);
        Assert.False(State.Manages(Attribute));
    }

    // Version 0.1.0 recorded nothing where the state has only what is configured.
    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void Manages_WithoutARecord_GoesByTheKindOfTheResource(bool isShownUnmanaged, bool isImported, bool expected)
    {
        State.IsImported = isImported;

        Assert.Equal(expected, State.Manages(Attribute with { IsShownUnmanaged = isShownUnmanaged }));
        Assert.False(State.IsManaged("One"));
        Assert.Empty(State.ManagedIds);
    }

    [Fact]
    public void TakeOver_OfAnotherObject_HasItsSettingsAndTheirValuesFromBefore()
    {
        var other = new SettingsPrivateState(new PrivateState());
        other.Manage(["One", "Two"]);
        other.KeepBefore("One", SettingJson.Parse("1"));

        State.TakeOver(other);

        Assert.Equal(["One", "Two"], State.ManagedIds.Order());
        Assert.Equal("1", State.Before("One")?.GetRawText());
        Assert.Null(State.Before("Two"));
    }

    [Fact]
    public void TakeOver_WhereThereIsARecordOrNoneToTake_ChangesNothing()
    {
        State.TakeOver(new SettingsPrivateState(new PrivateState()));
        Assert.True(State.Manages(Attribute));

        var other = new SettingsPrivateState(new PrivateState());
        other.Manage(["One"]);
        State.Manage([]);
        State.TakeOver(other);

        Assert.Empty(State.ManagedIds);
    }

    [Fact]
    public void Marks_AreSetAndRemoved()
    {
        var run = new SettingsRun();
        Assert.False(run.IsLeftOver("type", _stored));

        run.PlanDelete(_stored);
        State.IsDeleting = true;
        Assert.True(State.IsDeleting);
        Assert.False(run.IsLeftOver("type", _stored));

        State.IsDeleting = false;
        Assert.False(State.IsDeleting);
        Assert.True(run.IsLeftOver("type", _stored));
        Assert.False(new SettingsRun().IsLeftOver("type", _stored));

        run.Keep("type", ["One"]);
        Assert.False(run.IsLeftOver("type", _stored));
        Assert.True(run.IsLeftOver("other", _stored));
        Assert.True(run.IsKept("One"));
        Assert.False(run.IsKept("Two"));
        State.DeletePlannedBy = null;
        Assert.Null(State.DeletePlannedBy);
    }

    [Fact]
    public void Recall_GivesANewObjectWhatARefreshOfTheSameRunRemembered()
    {
        var (run, remembered) = (new SettingsRun(), new PrivateState());
        new SettingsPrivateState(remembered).Manage(["One"]);
        run.Remember("type", remembered);

        run.Recall("other", _stored);
        Assert.Empty(State.ManagedIds);
        run.Recall("type", _stored);
        Assert.Equal(["One"], State.ManagedIds);
    }

    [Theory]
    [InlineData("a", null, false)]
    [InlineData("a", "a", true)]
    [InlineData("b", "a", false)]
    public void Model_FindsAndSetsValuesBelowObjects(string value, string? other, bool isEqual)
    {
        var model = new SettingsModel(TfValue.Object(
        [
            KeyValuePair.Create("x", TfValue.Object([KeyValuePair.Create("y", TfValue.Of(other))])),
            KeyValuePair.Create("n", TfValue.Null),
            KeyValuePair.Create("u", TfValue.Unknown),
        ]));

        Assert.Equal(isEqual, model.At("x.y").Equals(TfValue.Of(value)));
        Assert.Equal(TfValue.Of(value), model.With("x.y", TfValue.Of(value)).At("x.y"));
        Assert.True(model.With("n.y", TfValue.Of(value)).At("n.y").IsNull);
        Assert.True(model.At("u.y").IsUnknown);
    }
}
