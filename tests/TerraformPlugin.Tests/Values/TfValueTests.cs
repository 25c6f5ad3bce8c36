using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Values;

public sealed class TfValueTests
{
    [Fact]
    public void Equals_SetsInAnyOrder_IsTrue()
    {
        var one = TfValue.Set([String("a"), Object(("x", Number("1.0"))), TfValue.Unknown, TfValue.Null]);
        var other = TfValue.Set([TfValue.Null, TfValue.Unknown, Object(("x", Number("1e0"))), String("a")]);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Equals_SetsInsideEachOther_TakesNoExponentialTime()
    {
        Assert.Equal(Nested(TfValue.True), Nested(TfValue.True));
        Assert.NotEqual(Nested(TfValue.True), Nested(TfValue.False));
        Assert.Equal(Nested(TfValue.Unknown), Nested(TfValue.Unknown));

        static TfValue Nested(TfValue value) => Enumerable.Range(0, 100).Aggregate(value, (inner, _) => TfValue.Set([inner, TfValue.Null]));
    }

    [Fact]
    public void Equals_SetsWithAnotherNumberOfUnknowns_IsFalse()
    {
        var one = TfValue.Set([TfValue.Unknown, TfValue.Unknown, TfValue.True]);
        var other = TfValue.Set([TfValue.Unknown, TfValue.True, TfValue.False]);
        Assert.NotEqual(one, other);
        Assert.NotEqual(other, one);
        Assert.Equal(one, TfValue.Set([TfValue.Unknown, TfValue.True, TfValue.Unknown]));
    }

    [Fact]
    public void Equals_ListsInAnotherOrder_IsFalse() =>
        Assert.NotEqual(TfValue.List([String("a"), String("b")]), TfValue.List([String("b"), String("a")]));

    [Fact]
    public void Equals_MapsBuiltInAnyOrder_IsTrue()
    {
        var one = Map(("a", TfValue.Unknown), ("b", TfValue.Null));
        var other = Map(("b", TfValue.Null), ("a", TfValue.Unknown));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, Map(("a", TfValue.Null), ("b", TfValue.Unknown)));
        Assert.NotEqual(one, Map(("a", TfValue.Unknown), ("c", TfValue.Null)));
    }

    [Fact]
    public void Equals_ValuesOfDifferentKinds_IsFalse()
    {
        TfValue[] values =
        [
            TfValue.Null, TfValue.Unknown, String(""), String("1"), Number("1"), TfValue.True, TfValue.False, TfValue.List([]),
            TfValue.Set([]), TfValue.Tuple([]), Map(), Object(), TfValue.Dynamic(TfType.String, String("1")),
            TfValue.Dynamic(TfType.String, TfValue.Null), TfValue.Dynamic(TfType.Number, TfValue.Null),
        ];
        Assert.Equal(values.Length, values.Distinct().Count());
    }

    [Fact]
    public void Set_EqualElements_CollapseAndUnknownsStay()
    {
        var set = TfValue.Set([Number("1"), Number("1.0"), TfValue.Unknown, TfValue.Unknown, TfValue.Null, TfValue.Null]);
        Assert.Equal([Number("1"), TfValue.Unknown, TfValue.Unknown, TfValue.Null], set.Elements);
    }

    [Fact]
    public void UnknownsAsNull_DeepUnknowns_BecomeNull()
    {
        var value = Object(
            ("id", TfValue.Unknown),
            ("list", TfValue.List([TfValue.Unknown, String("a")])),
            ("set", TfValue.Set([TfValue.Unknown, TfValue.Unknown, String("a")])),
            ("map", Map(("k", TfValue.Tuple([TfValue.Unknown])))),
            ("any", TfValue.Dynamic(TfType.String, TfValue.Unknown)),
            ("name", String("n")));
        var expected = Object(
            ("id", TfValue.Null),
            ("list", TfValue.List([TfValue.Null, String("a")])),
            ("set", TfValue.Set([TfValue.Null, String("a")])),
            ("map", Map(("k", TfValue.Tuple([TfValue.Null])))),
            ("any", TfValue.Dynamic(TfType.String, TfValue.Null)),
            ("name", String("n")));
        Assert.Equal(expected, value.UnknownsAsNull());
        Assert.False(value.IsWhollyKnown);
        Assert.True(expected.IsWhollyKnown);
        Assert.Same(expected, expected.UnknownsAsNull());
    }

    [Fact]
    public void With_Attribute_LeavesTheOriginalAlone()
    {
        var before = Object(("a", TfValue.True));
        var after = before.With("a", TfValue.False).With("b", TfValue.Null);
        Assert.Equal(Object(("a", TfValue.True)), before);
        Assert.Equal(Object(("a", TfValue.False), ("b", TfValue.Null)), after);
        Assert.Equal(TfValueKind.Object, after.Kind);
    }

    [Fact]
    public void Content_OfAnotherKind_IsRefused()
    {
        Assert.Equal("The value is Null, not a String.", Refusal(() => TfValue.Null.String));
        Assert.Equal("The value is String, not a Number.", Refusal(() => String("1").Number));
        Assert.Equal("The value is Unknown, not a Bool.", Refusal(() => TfValue.Unknown.Bool));
        Assert.Equal("The value is Map, not a list, set or tuple.", Refusal(() => Map().Elements));
        Assert.Equal("The value is List, not a map or object.", Refusal(() => TfValue.List([]).Attributes));
        Assert.Equal("The value is String, not a Dynamic.", Refusal(() => String("").Inner));
        Assert.Equal("The value is String, not a dynamic value.", Refusal(() => String("").InnerType));

        static string Refusal(Func<object> read) => Assert.Throws<InvalidOperationException>(read).Message;
    }

    [Fact]
    public void ToString_OfASecret_DoesNotShowIt() => Assert.Equal("(String)", String("hunter2").ToString());

    [Fact]
    public void Of_NullText_IsNull() => Assert.Same(TfValue.Null, TfValue.Of((string?)null));

    [Fact]
    public void Kinds_OfNullUnknownAndPresent_AreToldApart()
    {
        Assert.Equal((true, false, false), Are(TfValue.Null));
        Assert.Equal((false, true, false), Are(TfValue.Unknown));
        Assert.Equal((false, false, true), Are(TfValue.False));
        Assert.True(TfValue.Null.IsWhollyKnown);

        static (bool, bool, bool) Are(TfValue value) => (value.IsNull, value.IsUnknown, value.IsPresent);
    }

    [Fact]
    public void IsWhollyKnown_OneUnknownAmongKnown_IsFalse()
    {
        Assert.All(
            [
                TfValue.List([TfValue.True, TfValue.Unknown]), TfValue.Set([TfValue.True, TfValue.Unknown]), TfValue.Tuple(
                    [TfValue.True, TfValue.Unknown]),
                Map(("a", TfValue.True), ("b", TfValue.Unknown)), Object(("a", TfValue.True), ("b", TfValue.Unknown)),
                TfValue.Dynamic(TfType.Bool, TfValue.Unknown),
            ],
            value => Assert.False(value.IsWhollyKnown));
    }

    [Fact]
    public void GetHashCode_ValuesThatDifferInOnePart_Differ()
    {
        TfValue[] values =
        [
            TfValue.Null, TfValue.Unknown, TfValue.True, TfValue.False, String("a"), String("b"), TfValue.List([String("a")]), TfValue.List(
                [String("b")]),
            TfValue.List([String("a"), String("b")]), TfValue.List([String("b"), String("a")]), TfValue.Set([String("a")]), TfValue.Set(
                [String("a"), String("b")]),
            Map(("a", String("x"))), Map(("b", String("x"))), Map(("a", String("y"))), Object(("a", String("x"))), Object(
                ("a", String("x")), ("b", String("x"))),
        ];

        Assert.Equal(values.Length, values.Select(value => value.GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void Equals_MapsWhereOneHoldsMore_IsFalse()
    {
        Assert.NotEqual(Map(("a", TfValue.Null)), Map(("a", TfValue.Null), ("b", TfValue.Null)));
        Assert.NotEqual(Map(("a", TfValue.Null), ("b", TfValue.Null)), Map(("a", TfValue.Null)));
        Assert.NotEqual(TfValue.Set([String("a")]), TfValue.Set([String("a"), String("b")]));
        Assert.False(Map().Equals((TfValue?)null));
        Assert.False(Map().Equals("Map"));
    }
}
