using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Values;

public sealed class TfTypeTests
{
    [Fact]
    public void ToString_AnyType_ReadsAsHcl() =>
        Assert.Equal(
            "object({a = list(string), b = tuple([bool, any]), c = map(set(number))})",
            ObjectType(
                ("c", TfType.Map(TfType.Set(TfType.Number))),
                ("a", TfType.List(TfType.String)),
                ("b", TfType.Tuple([TfType.Bool, TfType.Dynamic]))).ToString());

    [Fact]
    public void Object_AttributesInAnyOrder_AreOneType()
    {
        var one = ObjectType(("a", TfType.Bool), ("b", TfType.String));
        var other = ObjectType(("b", TfType.String), ("a", TfType.Bool));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Equals_AnotherType_IsFalse()
    {
        TfType[] types =
        [
            TfType.String, TfType.Number, TfType.List(TfType.String), TfType.Set(TfType.String), TfType.List(TfType.Bool),
            TfType.Tuple([]), TfType.Tuple([TfType.Bool]), ObjectType(), ObjectType(("a", TfType.Bool)), ObjectType(("b", TfType.Bool)),
            ObjectType(("a", TfType.String)), ObjectType(("a", TfType.Bool), ("b", TfType.Bool)),
        ];
        Assert.Equal(types.Length, types.Distinct().Count());
    }

    [Fact]
    public void Object_OneNameTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ObjectType(("a", TfType.Bool), ("a", TfType.String)));

    [Fact]
    public void Attributes_BeyondTheBasicPlane_AreOrderedByUtf8()
    {
        var type = ObjectType(("\U0001F600", TfType.Bool), ("\uFFFD", TfType.Bool), ("z", TfType.Bool), ("zz", TfType.Bool));
        Assert.Equal(["z", "zz", "\uFFFD", "\U0001F600"], type.Attributes.Select(a => a.Key));
    }

    [Fact]
    public void Element_OfATypeWithoutOne_IsRefused() => Assert.Throws<InvalidOperationException>(() => TfType.String.Element);
}
