using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Execution.Sketch;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Execution;

/// <summary>Plans of what is inside attributes and blocks.</summary>
public sealed class NestedPlanTests
{
    private static readonly TfValue Null = TfValue.Null;
    private static readonly TfValue Unknown = TfValue.Unknown;

    private static readonly SchemaAttribute[] Inside =
    [
        Required("key"), Defaulted("mode", "standard"), Computed("token"), OptionalComputed("size"),
    ];

    public static TheoryData<NestingMode> Modes => [NestingMode.Single, NestingMode.List, NestingMode.Set, NestingMode.Map];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Plan_CreateNested_FillsDefaultsAndLeavesComputedUnknown(NestingMode nesting)
    {
        var config = Outer(nesting, Inner("k", Null, Null, Null));

        var (planned, _) = ResourcePlanner.Plan(Nest(nesting), Null, config, config);

        Assert.Equal(Outer(nesting, Inner("k", String("standard"), Unknown, Unknown)), planned);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Plan_CreateBlock_FillsDefaultsAndLeavesComputedUnknown(NestingMode nesting)
    {
        var config = Outer(nesting, Inner("k", Null, Null, Null));

        var (planned, _) = ResourcePlanner.Plan(Schema(Block("n", nesting, Inside)), Null, config, config);

        Assert.Equal(Outer(nesting, Inner("k", String("standard"), Unknown, Unknown)), planned);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Plan_NestedUnchanged_IsThePriorState(NestingMode nesting)
    {
        var prior = Outer(nesting, Inner("k", String("standard"), String("t"), String("s")));

        var (planned, _) = ResourcePlanner.Plan(Nest(nesting), prior, Outer(nesting, Inner("k", Null, Null, Null)), prior);

        Assert.Equal(prior, planned);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Plan_NestedValuesOfTheUser_AreNeverOverridden(NestingMode nesting)
    {
        var config = Outer(nesting, Inner("k", String("fast"), Null, String("big")));

        var (planned, _) = ResourcePlanner.Plan(Nest(nesting), Null, config, config);

        Assert.Equal(Outer(nesting, Inner("k", String("fast"), Unknown, String("big"))), planned);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Plan_NestedUnknownOrNull_StaysSo(NestingMode nesting)
    {
        foreach (var value in new[] { Unknown, Null })
        {
            var config = Object(("n", value));
            Assert.Equal(config, ResourcePlanner.Plan(Nest(nesting), Null, config, config).Planned);
        }
    }

    [Theory]
    [InlineData(NestingMode.List)]
    [InlineData(NestingMode.Set)]
    [InlineData(NestingMode.Map)]
    public void Plan_UnknownElement_StaysUnknown(NestingMode nesting)
    {
        var config = Outer(nesting, Unknown);

        Assert.Equal(config, ResourcePlanner.Plan(Nest(nesting), Null, config, config).Planned);
    }

    [Theory]
    [InlineData(NestingMode.List)]
    [InlineData(NestingMode.Set)]
    [InlineData(NestingMode.Map)]
    public void Plan_AbsentBlock_IsEmptyAndNotNull(NestingMode nesting)
    {
        var config = Object(("n", Null));

        var (planned, _) = ResourcePlanner.Plan(Schema(Block("n", nesting, Inside)), Null, config, config);

        Assert.Equal(Object(("n", nesting.AbsentBlock())), planned);
        Assert.True(planned.Attributes["n"].IsPresent);
    }

    [Fact]
    public void Plan_ComputedNestedObject_IsUnknownAsAWhole()
    {
        var schema = Schema(
            Optional("a"), Nested("n", NestingMode.Single, AttributeUse.Computed, Defaulted("mode", "standard"), Computed("token")));
        var prior = Object(("a", Null), ("n", Object(("mode", String("other")), ("token", String("t")))));
        var config = Object(("a", Null), ("n", Null));

        // The default is for what the user wrote and left out; what the server said stays as it is.
        Assert.Equal(prior, ResourcePlanner.Plan(schema, prior, config, prior).Planned);
        var changed = ResourcePlanner.Plan(schema, prior, config.With("a", String("x")), prior.With("a", String("x"))).Planned;
        Assert.Equal(Object(("a", String("x")), ("n", Unknown)), changed);
    }

    [Fact]
    public void Plan_DefaultOfANestedObject_IsTakenAsItStands()
    {
        var whole = Object(("mode", String("fast")), ("size", Null));
        var schema = Schema(new SchemaAttribute(
            "n",
            new NestedAttributes(NestingMode.Single, [Defaulted("mode", "standard"), OptionalComputed("size")]),
            AttributeUse.OptionalComputed)
        {
            Description = "A test.",
            Default = whole,
        });

        Assert.Equal(Object(("n", whole)), ResourcePlanner.Plan(schema, Null, Object(("n", Null)), Object(("n", Null))).Planned);
    }

    [Fact]
    public void Plan_SetElementsThatDifferOnlyInWhatMayBeComputed_KeepTheUsersValues()
    {
        var config = Object(("n", TfValue.Set([Inner("k", Null, Null, Null), Inner("k", String("fast"), Null, String("big"))])));

        var (planned, _) = ResourcePlanner.Plan(Nest(NestingMode.Set), Null, config, config);

        Assert.Equal(
            Object(("n", TfValue.Set(
                [Inner("k", String("standard"), Unknown, Unknown), Inner("k", String("fast"), Unknown, String("big"))]))),
            planned);
    }

    [Fact]
    public void Plan_SetElementsWithObjectsInside_AreRecognisedInSpiteOfComputedParts()
    {
        var schema = Schema(Optional("a"), Nested(
            "n",
            NestingMode.Set,
            AttributeUse.Optional,
            Nested("deep", NestingMode.List, AttributeUse.Optional, Required("key"), Computed("token"), Defaulted("mode", "standard"))));
        TfValue Deep(TfValue token, TfValue mode) =>
            TfValue.Set([Object(("deep", TfValue.List([Object(("key", String("k")), ("token", token), ("mode", mode))])))]);
        var prior = Object(("a", Null), ("n", Deep(String("t"), String("fast"))));
        var config = Object(("a", String("x")), ("n", Deep(Null, String("fast"))));

        var (planned, _) = ResourcePlanner.Plan(schema, prior, config, prior.With("a", String("x")));

        Assert.Equal(Object(("a", String("x")), ("n", Deep(Unknown, String("fast")))), planned);
    }

    [Fact]
    public void Plan_SetOfBlocksWithBlocksInside_AreToldApartByThem()
    {
        var block = new SchemaBlock("n", NestingMode.Set)
        {
            Description = "A test.",
            Attributes = [Defaulted("mode", "standard")],
            Blocks = [Block("deep", NestingMode.List, Required("key"))],
        };
        TfValue Element(TfValue mode, string key) => Object(("mode", mode), ("deep", TfValue.List([Object(("key", String(key)))])));
        var config = Object(("n", TfValue.Set([Element(Null, "a"), Element(String("fast"), "b")])));

        var (planned, _) = ResourcePlanner.Plan(Schema(block), Null, config, config);

        Assert.Equal(Object(("n", TfValue.Set([Element(String("standard"), "a"), Element(String("fast"), "b")]))), planned);
    }

    [Fact]
    public void Plan_StateOfASetElement_IsFoundAgain()
    {
        var schema = Schema(
            Optional("a"),
            Nested("n", NestingMode.Set, AttributeUse.Optional, Required("key"), Computed("id", PlanModifiers.UseStateForUnknown)));
        TfValue Element(string key, TfValue id) => Object(("key", String(key)), ("id", id));
        var prior = Object(("a", Null), ("n", TfValue.Set([Element("x", String("1")), Element("y", String("2"))])));
        var config = Object(("a", String("b")), ("n", TfValue.Set([Element("y", Null), Element("z", Null)])));
        var proposed = Object(("a", String("b")), ("n", TfValue.Set([Element("y", String("2")), Element("z", Null)])));

        var (planned, _) = ResourcePlanner.Plan(schema, prior, config, proposed);

        Assert.Equal(TfValue.Set([Element("y", String("2")), Element("z", Unknown)]), planned.Attributes["n"]);
    }

    public static TheoryData<NestingMode, string[], string[]> ChangesInside => new()
    {
        { NestingMode.Single, ["k"], ["l"] },
        { NestingMode.List, ["k"], ["l"] },
        { NestingMode.List, ["k"], ["k", "k"] },
        { NestingMode.List, ["k", "l"], ["l", "k"] },
        { NestingMode.List, ["k", "l"], ["k", "m"] },
        { NestingMode.Set, ["k"], ["l"] },
        { NestingMode.Set, ["k"], ["k", "l"] },
        { NestingMode.Set, ["k", "l"], ["k", "m"] },
        { NestingMode.Map, ["k"], ["l"] },
        { NestingMode.Map, ["k"], ["k", "k"] },
        { NestingMode.Map, ["k", "l"], ["k", "m"] },
        { NestingMode.Map, ["k"], [] },
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public void Plan_SetElementWithTheSameInside_KeepsItsState(NestingMode nesting)
    {
        Assert.Equal(String("1"), IdAfter(nesting, attributeInside: true, ["k"], ["k"]));
        Assert.Equal(String("1"), IdAfter(nesting, attributeInside: false, ["k"], ["k"]));
        Assert.Equal(String("1"), IdAfter(nesting, attributeInside: true, ["k", "l"], ["k", "l"]));
        Assert.Equal(String("1"), IdAfter(nesting, attributeInside: false, ["k", "l"], ["k", "l"]));
    }

    [Theory]
    [MemberData(nameof(ChangesInside), DisableDiscoveryEnumeration = true)]
    public void Plan_SetElementWithAnotherInside_IsANewOne(NestingMode nesting, string[] before, string[] after)
    {
        Assert.Equal(Unknown, IdAfter(nesting, attributeInside: true, before, after));
        Assert.Equal(Unknown, IdAfter(nesting, attributeInside: false, before, after));
    }

    [Fact]
    public void Plan_SetElementWhoseInsideIsTakenAway_IsANewOne()
    {
        var schema = SetAround(NestingMode.List, attributeInside: true);
        var prior = Around(String("1"), Deep(NestingMode.List, String("t"), "k"));
        var config = Around(Null, Null);

        Assert.Equal(Around(Unknown, Null), ResourcePlanner.Plan(schema, prior, config, config).Planned);
    }

    [Theory]
    [InlineData(NestingMode.List)]
    [InlineData(NestingMode.Map)]
    public void Plan_SetElementWithAnUnknownElementInside_IsANewOne(NestingMode nesting)
    {
        var schema = SetAround(nesting, attributeInside: true);
        var inside = nesting == NestingMode.List ? TfValue.List([Unknown]) : Map(("0", Unknown));
        var config = Around(Null, inside);

        var (planned, _) = ResourcePlanner.Plan(schema, Around(String("1"), Deep(nesting, String("t"), "k")), config, config);

        Assert.Equal(Around(Unknown, inside), planned);
    }

    [Fact]
    public void Plan_SetElementEqualToALaterOneOfTheConfiguration_IsThatOne()
    {
        var (bare, full) = (Inner("k", Null, Null, Null), Inner("k", String("fast"), Null, String("big")));

        var (planned, _) = ResourcePlanner.Plan(
            Nest(NestingMode.Set), Null, Object(("n", TfValue.Set([bare, full]))), Object(("n", TfValue.Set([full, bare]))));

        Assert.Equal(
            Object(("n", TfValue.Set(
                [Inner("k", String("fast"), Unknown, String("big")), Inner("k", String("standard"), Unknown, Unknown)]))),
            planned);
    }

    [Fact]
    public void Plan_EqualSetElements_EachTakeAStateOfTheirOwn()
    {
        var schema = Schema(
            Optional("a"),
            Nested("n", NestingMode.Set, AttributeUse.Optional, OptionalComputed("key"), Computed("id", PlanModifiers.UseStateForUnknown)));
        TfValue Element(TfValue key, TfValue id) => Object(("key", key), ("id", id));
        var prior = Object(("a", Null), ("n", TfValue.Set([Element(String("x"), String("1"))])));
        var config = Object(("a", String("b")), ("n", TfValue.Set([Element(String("x"), Null), Element(Null, Null)])));

        var (planned, _) = ResourcePlanner.Plan(schema, prior, config, config);

        Assert.Equal(TfValue.Set([Element(String("x"), String("1")), Element(Unknown, Unknown)]), planned.Attributes["n"]);
    }

    [Fact]
    public void Plan_ForceNewInsideEachNesting_NamesAPathThatCoreCanFollow()
    {
        var path = AttributePath.To("n");
        Assert.Equal([path.Attribute("key")], Replacing(NestingMode.Single));
        Assert.Equal([path.Element(0).Attribute("key")], Replacing(NestingMode.List));
        Assert.Equal([path.Key("x").Attribute("key")], Replacing(NestingMode.Map));
        Assert.Equal([path], Replacing(NestingMode.Set));

        static List<AttributePath> Replacing(NestingMode nesting)
        {
            var schema = Schema(Nested("n", nesting, AttributeUse.Optional, Required("key", PlanModifiers.RequiresReplace)));
            var next = Outer(nesting, Object(("key", String("b"))));
            return ResourcePlanner.Plan(schema, Outer(nesting, Object(("key", String("a")))), next, next).Replacing;
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Plan_ForceNewInsideABlock_NamesThePathAsForAnAttribute(NestingMode nesting)
    {
        var key = Required("key", PlanModifiers.RequiresReplace);
        var (before, after) = (Outer(nesting, Object(("key", String("a")))), Outer(nesting, Object(("key", String("b")))));

        Assert.Equal(
            ResourcePlanner.Plan(Schema(Nested("n", nesting, AttributeUse.Optional, key)), before, after, after).Replacing,
            ResourcePlanner.Plan(Schema(Block("n", nesting, key)), before, after, after).Replacing);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Plan_ForceNewDeepInsideASet_NamesTheSet(NestingMode nesting)
    {
        var key = Required("key", PlanModifiers.RequiresReplace);
        var ofAttributes = Schema(Nested("n", NestingMode.Set, AttributeUse.Optional, Nested("deep", nesting, AttributeUse.Optional, key)));
        var ofBlocks = Schema(new SchemaBlock("n", NestingMode.Set) { Description = "A test.", Blocks = [Block("deep", nesting, key)] });
        var (before, after) = (Sets("a"), Sets("b"));

        Assert.Equal([AttributePath.To("n")], ResourcePlanner.Plan(ofAttributes, before, after, after).Replacing);
        Assert.Equal([AttributePath.To("n")], ResourcePlanner.Plan(ofBlocks, before, after, after).Replacing);

        TfValue Sets(string value) =>
            Object(("n", TfValue.Set([Object(("deep", Outer(nesting, Object(("key", String(value)))).Attributes["n"]))])));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Plan_ForceNewInsideAnObjectBeingCreated_ReplacesNothing(NestingMode nesting)
    {
        var schema = Schema(Nested("n", nesting, AttributeUse.Optional, Required("key", PlanModifiers.RequiresReplace)));
        var config = Outer(nesting, Object(("key", String("a"))));

        Assert.Empty(ResourcePlanner.Plan(schema, Null, config, config).Replacing);
    }

    [Fact]
    public void Plan_ForceNewInsideAnAddedObject_Replaces()
    {
        var schema = Schema(Nested("n", NestingMode.Single, AttributeUse.Optional, Required("key", PlanModifiers.RequiresReplace)));
        var next = Outer(NestingMode.Single, Object(("key", String("b"))));

        Assert.Equal([AttributePath.To("n").Attribute("key")], ResourcePlanner.Plan(schema, Object(("n", Null)), next, next).Replacing);
        Assert.Empty(ResourcePlanner.Plan(schema, Null, next, next).Replacing);
    }

    /// <summary>
    /// The planned id of a set's only element when the keys inside that element change.
    /// </summary>
    private static TfValue IdAfter(NestingMode nesting, bool attributeInside, string[] before, string[] after)
    {
        var config = Around(Null, Deep(nesting, Null, after)).With("a", String("changed"));

        var (planned, _) = ResourcePlanner.Plan(
            SetAround(nesting, attributeInside), Around(String("1"), Deep(nesting, String("t"), before)), config, config);

        return Assert.Single(planned.Attributes["n"].Elements).Attributes["id"];
    }

    private static Schema SetAround(NestingMode nesting, bool attributeInside)
    {
        SchemaAttribute[] inside = [Required("key"), Computed("token")];
        var id = Computed("id", PlanModifiers.UseStateForUnknown);
        return attributeInside
            ? Schema(
                Optional("a"),
                Nested("n", NestingMode.Set, AttributeUse.Optional, id, Nested("deep", nesting, AttributeUse.Optional, inside)))
            : Schema(
                new SchemaBlock("n", NestingMode.Set)
                {
                    Description = "A test.",
                    Attributes = [id],
                    Blocks = [Block("deep", nesting, inside)],
                },
                Optional("a"));
    }

    private static TfValue Around(TfValue id, TfValue deep) =>
        Object(("a", Null), ("n", TfValue.Set([Object(("id", id), ("deep", deep))])));

    private static TfValue Deep(NestingMode nesting, TfValue token, params string[] keys)
    {
        var elements = keys.Select(key => Object(("key", String(key)), ("token", token))).ToArray();
        return nesting switch
        {
            NestingMode.List => TfValue.List(elements),
            NestingMode.Set => TfValue.Set(elements),
            NestingMode.Map => Map([.. elements.Select((element, i) => ($"{i}", element))]),
            _ => elements[0],
        };
    }

    private static Schema Nest(NestingMode nesting) => Schema(Nested("n", nesting, AttributeUse.Optional, Inside));

    private static TfValue Outer(NestingMode nesting, TfValue element) => Object(("n", nesting switch
    {
        NestingMode.List => TfValue.List([element]),
        NestingMode.Set => TfValue.Set([element]),
        NestingMode.Map => Map(("x", element)),
        _ => element,
    }));

    private static TfValue Inner(string key, TfValue mode, TfValue token, TfValue size) =>
        Object(("key", String(key)), ("mode", mode), ("token", token), ("size", size));
}
