using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Execution.Sketch;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Execution;

public sealed class ResourcePlannerTests
{
    private static readonly TfValue Null = TfValue.Null;
    private static readonly TfValue Unknown = TfValue.Unknown;

    private static readonly Schema SimpleSchema = Schema(
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
        var config = Simple(Null, Null, Null, Null);

        var (planned, replacing) = ResourcePlanner.Plan(SimpleSchema, Null, config, config);

        Assert.Equal(Simple(Unknown, Unknown, String("standard"), Unknown), planned);
        Assert.Empty(replacing);
    }

    [Fact]
    public void Plan_CreateWithEverythingGiven_KeepsWhatTheUserWrote()
    {
        var config = Simple(Null, String("big"), String("fast"), Null);

        var (planned, _) = ResourcePlanner.Plan(SimpleSchema, Null, config, config);

        Assert.Equal(Simple(Unknown, String("big"), String("fast"), Unknown), planned);
    }

    [Fact]
    public void Plan_NothingChanges_IsThePriorState()
    {
        var prior = Simple(String("1"), String("big"), String("standard"), String("7"));

        var (planned, replacing) = ResourcePlanner.Plan(SimpleSchema, prior, Simple(Null, Null, Null, Null), prior);

        Assert.Equal(prior, planned);
        Assert.Empty(replacing);
    }

    [Fact]
    public void Plan_SomethingChanges_MakesComputedUnknownButThoseThatLast()
    {
        var prior = Simple(String("1"), String("big"), String("standard"), String("7"));
        var config = Simple(Null, Null, Null, Null).With("note", String("new"));

        var (planned, replacing) = ResourcePlanner.Plan(SimpleSchema, prior, config, prior.With("note", String("new")));

        Assert.Equal(Simple(String("1"), Unknown, String("standard"), Unknown).With("note", String("new")), planned);
        Assert.Empty(replacing);
    }

    [Fact]
    public void Plan_DefaultNoLongerOverridden_GoesBackToIt()
    {
        var prior = Simple(String("1"), String("big"), String("fast"), String("7"));

        var (planned, _) = ResourcePlanner.Plan(SimpleSchema, prior, Simple(Null, Null, Null, Null), prior);

        Assert.Equal(Simple(String("1"), Unknown, String("standard"), Unknown), planned);
    }

    [Fact]
    public void Plan_WriteOnlyValue_IsNeverPlanned()
    {
        var config = Simple(Null, Null, Null, Null).With("secret", String("s3cret"));

        var (planned, _) = ResourcePlanner.Plan(SimpleSchema, Null, config, config);

        Assert.True(planned.Attributes["secret"].IsNull);
    }

    [Fact]
    public void Plan_OnlyAWriteOnlyValueGiven_IsNoChange()
    {
        var prior = Simple(String("1"), String("big"), String("standard"), String("7"));
        var config = Simple(Null, Null, Null, Null).With("secret", String("s3cret"));

        var (planned, _) = ResourcePlanner.Plan(SimpleSchema, prior, config, prior.With("secret", String("s3cret")));

        Assert.Equal(prior, planned);
    }

    [Theory]
    [InlineData("b")]
    [InlineData(null)]
    public void Plan_ForceNewAttributeChangesOrIsUnknown_Replaces(string? name)
    {
        var next = name is null ? Unknown : String(name);
        var prior = Simple(String("1"), String("big"), String("standard"), String("7"));

        var (planned, replacing) = ResourcePlanner.Plan(
            SimpleSchema, prior, Simple(Null, Null, Null, Null).With("name", next), prior.With("name", next));

        Assert.Equal([AttributePath.To("name")], replacing);
        Assert.Equal(next, planned.Attributes["name"]);
    }

    [Fact]
    public void Plan_ForceNewComputedAttribute_ReplacesOnlyWithoutItsState()
    {
        var prior = Object(("id", String("1")), ("zone", String("z")), ("note", Null));
        var config = Object(("id", Null), ("zone", Null), ("note", String("n")));
        var proposed = prior.With("note", String("n"));
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
        var prior = Object(("a", String("x")));

        Assert.Empty(ResourcePlanner.Plan(schema, prior, prior, prior).Replacing);
        Assert.Equal(0, asked);
        var other = Object(("a", String("y")));
        Assert.Empty(ResourcePlanner.Plan(schema, prior, other, other).Replacing);
        var none = Object(("a", Null));
        Assert.Equal([AttributePath.To("a")], ResourcePlanner.Plan(schema, prior, none, none).Replacing);
    }

    [Fact]
    public void Plan_UseStateForUnknown_LeavesAnUnknownOfTheUserAlone()
    {
        var schema = Schema(OptionalComputed("a", PlanModifiers.UseStateForUnknown));
        var config = Object(("a", Unknown));

        Assert.Equal(config, ResourcePlanner.Plan(schema, Object(("a", String("x"))), config, config).Planned);
    }

    [Fact]
    public void Plan_UseStateForUnknownOfAStoredNull_StaysUnknown()
    {
        var schema = Schema(Computed("a", PlanModifiers.UseStateForUnknown), Optional("b"));
        var config = Object(("a", Null), ("b", String("y")));

        var (planned, _) = ResourcePlanner.Plan(schema, Object(("a", Null), ("b", String("x"))), config, config);

        Assert.Equal(Object(("a", Unknown), ("b", String("y"))), planned);
    }

    private static TfValue Simple(TfValue id, TfValue size, TfValue mode, TfValue revision) => Object(
        ("id", id), ("name", String("a")), ("note", Null), ("size", size), ("mode", mode), ("secret", Null), ("revision", revision));
}
