using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Execution.Sketch;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Execution;

public sealed class ResourcePlannerTests
{
    private static readonly TfValue _null = TfValue.Null;
    private static readonly TfValue _unknown = TfValue.Unknown;

    private static readonly Schema _simple = Schema(
        Computed("id", PlanModifiers.UseStateForUnknown),
        Required("name", PlanModifiers.RequiresReplace),
        Optional("note"),
        OptionalComputed("size"),
        Defaulted("mode", "standard"),
        WriteOnly("secret"),
        Computed("revision"));

    [Fact]
    public void Plan_Create_LeavesComputedUnknownAndFillsDefaults()
    {
        var config = Simple(_null, _null, _null, _null);

        var (planned, replacing) = ResourcePlanner.Plan(_simple, _null, config, config);

        Assert.Equal(Simple(_unknown, _unknown, Text("standard"), _unknown), planned);
        Assert.Empty(replacing);
    }

    [Fact]
    public void Plan_CreateWithEverythingGiven_KeepsWhatTheUserWrote()
    {
        var config = Simple(_null, Text("big"), Text("fast"), _null);

        var (planned, _) = ResourcePlanner.Plan(_simple, _null, config, config);

        Assert.Equal(Simple(_unknown, Text("big"), Text("fast"), _unknown), planned);
    }

    [Fact]
    public void Plan_NothingChanges_IsThePriorState()
    {
        var prior = Simple(Text("1"), Text("big"), Text("standard"), Text("7"));

        var (planned, replacing) = ResourcePlanner.Plan(_simple, prior, Simple(_null, _null, _null, _null), prior);

        Assert.Equal(prior, planned);
        Assert.Empty(replacing);
    }

    [Fact]
    public void Plan_SomethingChanges_MakesComputedUnknownButThoseThatLast()
    {
        var prior = Simple(Text("1"), Text("big"), Text("standard"), Text("7"));
        var config = Simple(_null, _null, _null, _null).With("note", Text("new"));

        var (planned, replacing) = ResourcePlanner.Plan(_simple, prior, config, prior.With("note", Text("new")));

        Assert.Equal(Simple(Text("1"), _unknown, Text("standard"), _unknown).With("note", Text("new")), planned);
        Assert.Empty(replacing);
    }

    [Fact]
    public void Plan_DefaultNoLongerOverridden_GoesBackToIt()
    {
        var prior = Simple(Text("1"), Text("big"), Text("fast"), Text("7"));

        var (planned, _) = ResourcePlanner.Plan(_simple, prior, Simple(_null, _null, _null, _null), prior);

        Assert.Equal(Simple(Text("1"), _unknown, Text("standard"), _unknown), planned);
    }

    [Fact]
    public void Plan_WriteOnlyValue_IsNeverPlanned()
    {
        var config = Simple(_null, _null, _null, _null).With("secret", Text("s3cret"));

        var (planned, _) = ResourcePlanner.Plan(_simple, _null, config, config);

        Assert.True(planned.Attributes["secret"].IsNull);
    }

    [Fact]
    public void Plan_OnlyAWriteOnlyValueGiven_IsNoChange()
    {
        var prior = Simple(Text("1"), Text("big"), Text("standard"), Text("7"));
        var config = Simple(_null, _null, _null, _null).With("secret", Text("s3cret"));

        var (planned, _) = ResourcePlanner.Plan(_simple, prior, config, prior.With("secret", Text("s3cret")));

        Assert.Equal(prior, planned);
    }

    [Theory]
    [InlineData("b")]
    [InlineData(null)]
    public void Plan_ForceNewAttributeChangesOrIsUnknown_Replaces(string? name)
    {
        var next = name is null ? _unknown : Text(name);
        var prior = Simple(Text("1"), Text("big"), Text("standard"), Text("7"));

        var (planned, replacing) = ResourcePlanner.Plan(
            _simple, prior, Simple(_null, _null, _null, _null).With("name", next), prior.With("name", next));

        Assert.Equal([AttributePath.To("name")], replacing);
        Assert.Equal(next, planned.Attributes["name"]);
    }

    [Fact]
    public void Plan_ForceNewComputedAttribute_ReplacesOnlyWithoutItsState()
    {
        var prior = Object(("id", Text("1")), ("zone", Text("z")), ("note", _null));
        var config = Object(("id", _null), ("zone", _null), ("note", Text("n")));
        var proposed = prior.With("note", Text("n"));
        var kept = Zoned(PlanModifiers.UseStateForUnknown, PlanModifiers.RequiresReplace);
        var lost = Zoned(PlanModifiers.RequiresReplace);

        Assert.Empty(ResourcePlanner.Plan(kept, prior, config, proposed).Replacing);
        Assert.Equal([AttributePath.To("zone")], ResourcePlanner.Plan(lost, prior, config, proposed).Replacing);

        static Schema Zoned(params PlanModifier[] modifiers) =>
            Schema(Computed("id"), OptionalComputed("zone", modifiers), Optional("note"));
    }

    [Fact]
    public void Plan_RequiresReplaceIf_AsksItsConditionOnlyAboutChanges()
    {
        var asked = 0;
        var schema = Schema(Optional("a", PlanModifiers.RequiresReplaceIf(c =>
        {
            asked++;
            return c.Planned.IsNull;
        })));
        var prior = Object(("a", Text("x")));

        Assert.Empty(ResourcePlanner.Plan(schema, prior, prior, prior).Replacing);
        Assert.Equal(0, asked);
        var other = Object(("a", Text("y")));
        Assert.Empty(ResourcePlanner.Plan(schema, prior, other, other).Replacing);
        var none = Object(("a", _null));
        Assert.Equal([AttributePath.To("a")], ResourcePlanner.Plan(schema, prior, none, none).Replacing);
    }

    [Fact]
    public void Plan_UseStateForUnknown_LeavesAnUnknownOfTheUserAlone()
    {
        var schema = Schema(OptionalComputed("a", PlanModifiers.UseStateForUnknown));
        var config = Object(("a", _unknown));

        Assert.Equal(config, ResourcePlanner.Plan(schema, Object(("a", Text("x"))), config, config).Planned);
    }

    [Fact]
    public void Plan_UseStateForUnknownOfAStoredNull_StaysUnknown()
    {
        var schema = Schema(Computed("a", PlanModifiers.UseStateForUnknown), Optional("b"));
        var config = Object(("a", _null), ("b", Text("y")));

        var (planned, _) = ResourcePlanner.Plan(schema, Object(("a", _null), ("b", Text("x"))), config, config);

        Assert.Equal(Object(("a", _unknown), ("b", Text("y"))), planned);
    }

    private static TfValue Simple(TfValue id, TfValue size, TfValue mode, TfValue revision) => Object(
        ("id", id), ("name", Text("a")), ("note", _null), ("size", size), ("mode", mode), ("secret", _null), ("revision", revision));
}
