using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Values;

public sealed class MsgPackEncodeTests
{
    private static readonly TfType Room =
        ObjectType(("room", ObjectType(("owners", TfType.List(TfType.String)), ("tags", TfType.Map(TfType.String)))));

    public static TheoryData<TfValue, TfType, string> Wrong => new()
    {
        { TfValue.True, TfType.String, "at the root: expected a string, found a bool" },
        { String("1"), TfType.Number, "at the root: expected a number, found a string" },
        { Number("1"), TfType.Bool, "at the root: expected a bool, found a number" },
        { TfValue.Set([]), TfType.List(TfType.Bool), "at the root: expected a list, found a set" },
        { TfValue.List([]), TfType.Set(TfType.Bool), "at the root: expected a set, found a list" },
        { TfValue.List([]), TfType.Tuple([]), "at the root: expected a tuple, found a list" },
        { Object(), TfType.Map(TfType.Bool), "at the root: expected a map, found an object" },
        { Map(), ObjectType(), "at the root: expected an object, found a map" },
        { String("a"), TfType.Dynamic, "at the root: expected a dynamic, found a string" },
        { TfValue.Dynamic(TfType.Bool, String("a")), TfType.Dynamic, "at the root: expected a bool, found a string" },
        {
            Object(("a", TfValue.Dynamic(TfType.Bool, String("b")))),
            ObjectType(("a", TfType.Dynamic)),
            "at a: expected a bool, found a string"
        },
        { TfValue.Tuple([TfValue.True]), TfType.Tuple([]), "at the root: expected 0 elements, found 1" },
        { Object(), ObjectType(("a", TfType.Bool)), "at the root: the attribute \"a\" is missing" },
        { Object(("a", TfValue.True)), ObjectType(), "at the root: the object holds an attribute that its type lacks" },
        { String("\uD800"), TfType.String, "at the root: the string is not valid Unicode" },
        { Map(("\uDC00", TfValue.Null)), TfType.Map(TfType.String), "at [0]: the string is not valid Unicode" },
        { TfValue.Set([TfValue.True, String("a")]), TfType.Set(TfType.Bool), "at [1]: expected a bool, found a string" },
        { TfValue.Tuple([TfValue.True, String("a")]), TfType.Tuple([TfType.Bool, TfType.Bool]), "at [1]: expected a bool, found a string" },
        { Map(("b", TfValue.True), ("a", String("a"))), TfType.Map(TfType.Bool), "at [0]: expected a bool, found a string" },
        {
            TfValue.List([TfValue.Dynamic(TfType.Bool, TfValue.True), String("a")]),
            TfType.List(TfType.Dynamic),
            "at [1]: expected a dynamic, found a string"
        },
        {
            Object(("a", TfValue.True), ("b", TfValue.True)),
            ObjectType(("a", TfType.Bool)),
            "at the root: the object holds an attribute that its type lacks"
        },
        { Object(("\uD800", TfValue.True)), ObjectType(("\uD800", TfType.Bool)), "at \uD800: the string is not valid Unicode" },
        {
            Object(("room", Object(("tags", TfValue.Null), ("owners", TfValue.List([String("a"), TfValue.Null, TfValue.False]))))),
            Room,
            "at room.owners[2]: expected a string, found a bool"
        },
        {
            Object(("room", Object(("tags", Map(("b", TfValue.Null), ("secret", Number("1")))), ("owners", TfValue.Null)))),
            Room,
            "at room.tags[1]: expected a string, found a number"
        },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Encode_ValueOfAnotherType_SaysWhereAndWhat(TfValue value, TfType type, string message)
    {
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => TfMsgPack.Encode(value, type)).Message);
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => TfJson.Encode(value, type)).Message);
    }

    [Fact]
    public void Encode_SetsGivenInAnyOrder_AreTheSameBytes()
    {
        var type = TfType.Set(TfType.Set(TfType.String));
        var one = TfValue.Set([TfValue.Set([String("a"), String("bb")]), TfValue.Null, TfValue.Set([String("c")])]);
        var other = TfValue.Set([TfValue.Set([String("c")]), TfValue.Set([String("bb"), String("a")]), TfValue.Null]);
        Assert.Equal(TfMsgPack.Encode(one, type), TfMsgPack.Encode(other, type));
        Assert.Equal(TfJson.Encode(one, type), TfJson.Encode(other, type));
    }
}
