using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Values;

public sealed class TfValueTests
{
    [Fact]
    public void Equals_SetsInAnyOrder_IsTrue()
    {
        var one = TfValue.Set([Text("a"), Object(("x", Number("1.0"))), TfValue.Unknown, TfValue.Null]);
        var other = TfValue.Set([TfValue.Null, TfValue.Unknown, Object(("x", Number("1e0"))), Text("a")]);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
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
        Assert.NotEqual(TfValue.List([Text("a"), Text("b")]), TfValue.List([Text("b"), Text("a")]));

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
            TfValue.Null, TfValue.Unknown, Text(""), Text("1"), Number("1"), TfValue.True, TfValue.False, TfValue.List([]),
            TfValue.Set([]), TfValue.Tuple([]), Map(), Object(), TfValue.Dynamic(TfType.String, Text("1")),
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
            ("list", TfValue.List([TfValue.Unknown, Text("a")])),
            ("set", TfValue.Set([TfValue.Unknown, TfValue.Unknown, Text("a")])),
            ("map", Map(("k", TfValue.Tuple([TfValue.Unknown])))),
            ("any", TfValue.Dynamic(TfType.String, TfValue.Unknown)),
            ("name", Text("n")));
        var expected = Object(
            ("id", TfValue.Null),
            ("list", TfValue.List([TfValue.Null, Text("a")])),
            ("set", TfValue.Set([TfValue.Null, Text("a")])),
            ("map", Map(("k", TfValue.Tuple([TfValue.Null])))),
            ("any", TfValue.Dynamic(TfType.String, TfValue.Null)),
            ("name", Text("n")));
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
        Assert.Throws<InvalidOperationException>(() => TfValue.Null.Text);
        Assert.Throws<InvalidOperationException>(() => Text("1").Number);
        Assert.Throws<InvalidOperationException>(() => TfValue.Unknown.Truth);
        Assert.Throws<InvalidOperationException>(() => Map().Elements);
        Assert.Throws<InvalidOperationException>(() => TfValue.List([]).Attributes);
        Assert.Throws<InvalidOperationException>(() => Text("").Inner);
        Assert.Throws<InvalidOperationException>(() => Text("").InnerType);
    }

    [Fact]
    public void ToString_OfASecret_DoesNotShowIt() => Assert.Equal("(String)", Text("hunter2").ToString());

    [Fact]
    public void Of_NullText_IsNull() => Assert.Same(TfValue.Null, TfValue.Of((string?)null));
}
