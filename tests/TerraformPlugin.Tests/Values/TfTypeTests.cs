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
    public void Object_OneNameTwice_IsRefused() => Assert.StartsWith(
        "Two attributes of an object type bear one name.",
        Assert.Throws<ArgumentException>(() => ObjectType(("b", TfType.Bool), ("a", TfType.Bool), ("b", TfType.String))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Attributes_BeyondTheBasicPlane_AreOrderedByUtf8()
    {
        var type = ObjectType(("\U0001F600", TfType.Bool), ("\uFFFD", TfType.Bool), ("z", TfType.Bool), ("zz", TfType.Bool));
        Assert.Equal(["z", "zz", "\uFFFD", "\U0001F600"], type.Attributes.Select(a => a.Key));
    }

    [Fact]
    public void Element_OfATypeWithoutOne_IsRefused() => Assert.Equal(
        "The type tuple([bool]) has no element type.",
        Assert.Throws<InvalidOperationException>(() => TfType.Tuple([TfType.Bool]).Element).Message);

    [Fact]
    public void IsPrimitive_Type_IsTrueForWhatHoldsNoOtherValues()
    {
        Assert.All([TfType.String, TfType.Number, TfType.Bool], type => Assert.True(type.IsPrimitive));
        Assert.All([TfType.Dynamic, TfType.List(TfType.Bool), TfType.Tuple([]), ObjectType()], type => Assert.False(type.IsPrimitive));
    }

    [Fact]
    public void IndexOfAttribute_AnyName_IsItsPlaceOrNegative()
    {
        string[] names = ["a", "c", "e", "g", "i", "k", "m"];
        for (var count = 0; count <= names.Length; count++)
        {
            var type = TfType.Object(names.Take(count).Select(name => KeyValuePair.Create(name, TfType.Bool)));
            Assert.Equal(Enumerable.Range(0, count), names.Take(count).Select(type.IndexOfAttribute));
            Assert.All(["", "b", "d", "f", "h", "j", "l", "n"], name => Assert.True(type.IndexOfAttribute(name) < 0));
        }
    }

    [Fact]
    public void IsAttributeAt_PlaceAndName_AreBothCompared()
    {
        var type = ObjectType(("a", TfType.Bool), ("b", TfType.Bool));

        Assert.True(type.IsAttributeAt(1, "b"u8));
        Assert.False(type.IsAttributeAt(0, "b"u8));
        Assert.False(type.IsAttributeAt(2, "b"u8));
    }

    [Fact]
    public void GetHashCode_TypesThatDifferInOnePart_Differ()
    {
        TfType[] types =
        [
            TfType.String, TfType.Number, TfType.List(TfType.String), TfType.List(TfType.Bool), ObjectType(), ObjectType(
                ("a", TfType.Bool)),
            TfType.Tuple([]), TfType.Tuple([TfType.Bool]),
        ];

        Assert.Equal(types.Length, types.Select(type => type.GetHashCode()).Distinct().Count());
    }
}
