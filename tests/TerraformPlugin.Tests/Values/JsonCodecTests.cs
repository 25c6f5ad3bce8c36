using System.Text;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Values;

public sealed class JsonCodecTests
{
    private static readonly TfType Pair = ObjectType(("a", TfType.Bool), ("z", TfType.String));
    private static readonly TfType Room = ObjectType(("room", ObjectType(("owners", TfType.List(TfType.String)))));

    public static TheoryData<string, TfType, TfValue> Golden => new()
    {
        { "null", TfType.String, TfValue.Null },
        { "null", TfType.Dynamic, TfValue.Null },
        { "\"a\"", TfType.String, String("a") },
        { "\"\"", TfType.String, String("") },
        { "\"\\\"\\\\\\n\"", TfType.String, String("\"\\\n") },
        { "\"é<>&'+\uFFFD\"", TfType.String, String("é<>&'+\uFFFD") },
        { "{\"é\":true,\"\uFFFD\":false}", TfType.Map(TfType.Bool), Map(("\uFFFD", TfValue.False), ("é", TfValue.True)) },
        { "true", TfType.Bool, TfValue.True },
        { "false", TfType.Bool, TfValue.False },
        { "9223372036854775807", TfType.Number, Number("9223372036854775807") },
        { "-9223372036854775808", TfType.Number, Number("-9223372036854775808") },
        { "0", TfType.Number, Number("0") },
        { "-12.5", TfType.Number, Number("-12.5") },
        { "0.1", TfType.Number, Number("0.1") },
        { "9223372036854775808", TfType.Number, Number("9223372036854775808") },
        { "100000000000000000000", TfType.Number, Number("1e20") },
        { "123456789012345678901234567890.123456789", TfType.Number, Number("123456789012345678901234567890.123456789") },
        { "[\"b\",\"a\",null]", TfType.List(TfType.String), TfValue.List([String("b"), String("a"), TfValue.Null]) },
        { "[\"a\",\"b\"]", TfType.Set(TfType.String), TfValue.Set([String("b"), String("a"), String("b")]) },
        { "[1,\"1\"]", TfType.Tuple([TfType.Number, TfType.String]), TfValue.Tuple([Number("1"), String("1")]) },
        { "{\"a\":2,\"b\":1}", TfType.Map(TfType.Number), Map(("b", Number("1")), ("a", Number("2"))) },
        { "{\"a\":true,\"z\":null}", Pair, Object(("z", TfValue.Null), ("a", TfValue.True)) },
        { "[]", TfType.Set(TfType.String), TfValue.Set([]) },
        { "{}", TfType.Map(TfType.String), Map() },
        { "{}", ObjectType(), Object() },
        { "{\"value\":\"x\",\"type\":\"string\"}", TfType.Dynamic, TfValue.Dynamic(TfType.String, String("x")) },
        { "{\"value\":null,\"type\":\"string\"}", TfType.Dynamic, TfValue.Dynamic(TfType.String, TfValue.Null) },
        {
            "{\"value\":[{\"value\":[1],\"type\":[\"set\",\"number\"]},null],\"type\":[\"list\",\"dynamic\"]}",
            TfType.Dynamic,
            TfValue.Dynamic(
                TfType.List(TfType.Dynamic),
                TfValue.List([TfValue.Dynamic(TfType.Set(TfType.Number), TfValue.Set([Number("1")])), TfValue.Null]))
        },
    };

    public static TheoryData<string, TfType, TfValue> Tolerated => new()
    {
        { " \n1e3\t", TfType.Number, Number("1000") },
        { "1.50E-2", TfType.Number, Number("0.015") },
        { "-0", TfType.Number, Number("0") },
        { "\"1e3\"", TfType.Number, Number("1000") },
        { "\"-0.10\"", TfType.Number, Number("-0.1") },
        { "123", TfType.String, String("123") },
        { "1.50", TfType.String, String("1.50") },
        { "true", TfType.String, String("true") },
        { "false", TfType.String, String("false") },
        { "\"true\"", TfType.Bool, TfValue.True },
        { "\"false\"", TfType.Bool, TfValue.False },
        { "\"1\"", TfType.Bool, TfValue.True },
        { "\"0\"", TfType.Bool, TfValue.False },
        { "\"\\u0061\\ud83d\\ude00\"", TfType.String, String("a\U0001F600") },
        { "{}", Pair, Object(("a", TfValue.Null), ("z", TfValue.Null)) },
        { "{\"z\":\"x\"}", Pair, Object(("a", TfValue.Null), ("z", String("x"))) },
        { "{\"\\u007a\":\"x\",\"a\":true}", Pair, Object(("a", TfValue.True), ("z", String("x"))) },
        { "[2,2.0,\"2\"]", TfType.Set(TfType.Number), TfValue.Set([Number("2")]) },
        { "{\"type\":\"string\",\"value\":\"x\"}", TfType.Dynamic, TfValue.Dynamic(TfType.String, String("x")) },
        {
            "{\"type\":[\"list\",\"bool\"],\"value\":[true]}",
            TfType.Dynamic,
            TfValue.Dynamic(TfType.List(TfType.Bool), TfValue.List([TfValue.True]))
        },
        { "{\"z\":\"x\",\"a\":true}", Pair, Object(("a", TfValue.True), ("z", String("x"))) },
    };

    public static TheoryData<string, TfType, string> Malformed => new()
    {
        { "", TfType.String, "at the root: the text is not valid JSON (line 1, byte 1)" },
        { "[\n true,\n tru]", TfType.List(TfType.Bool), "at the root: the text is not valid JSON (line 3, byte 5)" },
        { "\"a\" \"b\"", TfType.String, "at the root: the text is not valid JSON (line 1, byte 5)" },
        { "01", TfType.Number, "at the root: the text is not valid JSON (line 1, byte 2)" },
        { "{\"a\":true,}", Pair, "at the root: the text is not valid JSON (line 1, byte 11)" },
        { "[]", TfType.String, "at the root: expected a string, found an array" },
        { "{}", TfType.Number, "at the root: expected a number, found an object" },
        { "true", TfType.Number, "at the root: expected a number, found a bool" },
        { "1", TfType.Bool, "at the root: expected a bool, found a number" },
        { "\"yes\"", TfType.Bool, "at the root: expected a bool, found a string" },
        { "\"True\"", TfType.Bool, "at the root: expected a bool, found a string" },
        { "\"one\"", TfType.Number, "at the root: the text is no decimal number, or one out of range" },
        { "\" 1\"", TfType.Number, "at the root: the text is no decimal number, or one out of range" },
        { "1e99999", TfType.Number, "at the root: the text is no decimal number, or one out of range" },
        { "\"\\ud800\"", TfType.String, "at the root: the string is not valid Unicode" },
        { "\"\\ud800\"", TfType.Number, "at the root: the string is not valid Unicode" },
        { "\"\\ud800\"", TfType.Bool, "at the root: the string is not valid Unicode" },
        { "{\"\\ud800\":1}", TfType.Map(TfType.Number), "at [0]: the string is not valid Unicode" },
        { "{\"\\ud800\":1}", TfType.Dynamic, "at the root: the string is not valid Unicode" },
        { "{\"\\ud800\":1}", Pair, "at the root: the string is not valid Unicode" },
        { "{}", TfType.List(TfType.Bool), "at the root: expected a list, found an object" },
        { "{}", TfType.Set(TfType.Bool), "at the root: expected a set, found an object" },
        { "[]", TfType.Map(TfType.Bool), "at the root: expected a map, found an array" },
        { "[]", Pair, "at the root: expected an object, found an array" },
        { "[true]", TfType.Tuple([]), "at the root: expected 0 elements, found more" },
        { "[]", TfType.Tuple([TfType.Bool]), "at the root: expected 1 elements, found 0" },
        { "{\"a\":true,\"b\":null}", Pair, "at the root: the object holds an attribute that its type lacks" },
        { "{\"a\":true,\"a\":false}", Pair, "at a: the attribute stands twice in the object" },
        { "{\"a\":true,\"\\u0061\":null}", Pair, "at a: the attribute stands twice in the object" },
        { "{\"k\":true,\"k\":false}", TfType.Map(TfType.Bool), "at [1]: the key stands twice in the map" },
        { "true", TfType.Dynamic, "at the root: expected a dynamic, found a bool" },
        { "{}", TfType.Dynamic, "at the root: expected an object of exactly a \"type\" and a \"value\"" },
        { "{\"type\":\"bool\"}", TfType.Dynamic, "at the root: expected an object of exactly a \"type\" and a \"value\"" },
        { "{\"value\":true}", TfType.Dynamic, "at the root: expected an object of exactly a \"type\" and a \"value\"" },
        {
            "{\"value\":true,\"value\":true,\"type\":\"bool\"}",
            TfType.Dynamic,
            "at the root: expected an object of exactly a \"type\" and a \"value\""
        },
        {
            "{\"value\":true,\"type\":\"bool\",\"extra\":1}",
            TfType.Dynamic,
            "at the root: expected an object of exactly a \"type\" and a \"value\""
        },
        {
            "{\"type\":\"bool\",\"type\":\"bool\",\"value\":true}",
            TfType.Dynamic,
            "at the root: expected an object of exactly a \"type\" and a \"value\""
        },
        {
            "{\"extra\":1,\"type\":\"bool\"}",
            TfType.Dynamic,
            "at the root: expected an object of exactly a \"type\" and a \"value\""
        },
        { "{\"value\":[1],\"type\":[\"list\",\"bool\"]}", TfType.Dynamic, "at [0]: expected a bool, found a number" },
        { "[{\"value\":true,\"type\":\"bool\"},1]", TfType.List(TfType.Dynamic), "at [1]: expected a dynamic, found a number" },
        { "[true,1]", TfType.Tuple([TfType.Bool, TfType.Bool]), "at [1]: expected a bool, found a number" },
        { "[true,true,true]", TfType.Tuple([TfType.Bool, TfType.Bool]), "at the root: expected 2 elements, found more" },
        { "[true]", TfType.Tuple([TfType.Bool, TfType.Bool]), "at the root: expected 2 elements, found 1" },
        { "[true,1]", TfType.Set(TfType.Bool), "at [1]: expected a bool, found a number" },
        { "{\"k\":true,\"l\":1}", TfType.Map(TfType.Bool), "at [1]: expected a bool, found a number" },
        { "{\"a\":true,\"z\":[]}", Pair, "at z: expected a string, found an array" },
        { "\"\"", TfType.Bool, "at the root: expected a bool, found a string" },
        { "{\"value\":true,\"type\":\"any\"}", TfType.Dynamic, "at the root: the JSON is not that of a type" },
        { "{\"value\":[],\"type\":\"string\"}", TfType.Dynamic, "at the root: expected a string, found an array" },
        { "{\"room\":{\"owners\":[\"a\",\"b\",{}]}}", Room, "at room.owners[2]: expected a string, found an object" },
    };

    [Theory]
    [MemberData(nameof(Golden), DisableDiscoveryEnumeration = true)]
    public void Encode_Value_GivesCompactSortedJson(string json, TfType type, TfValue value) =>
        Assert.Equal(json, Encoding.UTF8.GetString(TfJson.Encode(value, type)));

    [Theory]
    [MemberData(nameof(Golden), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Tolerated), DisableDiscoveryEnumeration = true)]
    public void Decode_Json_GivesTheValue(string json, TfType type, TfValue value) => Assert.Equal(value, Decode(json, type));

    [Theory]
    [MemberData(nameof(Malformed), DisableDiscoveryEnumeration = true)]
    public void Decode_MalformedJson_SaysWhereAndWhat(string json, TfType type, string message) =>
        Assert.Equal(message, Assert.Throws<TfDecodeException>(() => Decode(json, type)).Message);

    [Fact]
    public void Decode_UnsupportedAttributes_AreIgnoredOnlyWhenAskedFor()
    {
        const string Json = "{\"old\":{\"deep\":[1,{}]},\"a\":true,\"older\":\"x\",\"old\":1}";
        Assert.Equal(
            Object(("a", TfValue.True), ("z", TfValue.Null)),
            TfJson.Decode(Encoding.UTF8.GetBytes(Json), Pair, ignoreUnsupported: true));
        Assert.Throws<TfDecodeException>(() => Decode(Json, Pair));
    }

    [Fact]
    public void Decode_UnsupportedAttributeInsideADynamicValue_IsIgnoredToo() =>
        Assert.Equal(
            TfValue.Dynamic(ObjectType(), Object()),
            TfJson.Decode("{\"value\":{\"old\":1},\"type\":[\"object\",{}]}"u8.ToArray(), TfType.Dynamic, ignoreUnsupported: true));

    [Fact]
    public void Decode_EscapedName_IsNotTakenForItsSpelling()
    {
        var type = ObjectType(("\\u0061", TfType.Bool), ("a", TfType.Bool));
        Assert.Equal(Object(("\\u0061", TfValue.Null), ("a", TfValue.True)), Decode("{\"\\u0061\":true}", type));
    }

    [Fact]
    public void Decode_InvalidUtf8_IsRefused()
    {
        Assert.Throws<TfDecodeException>(() => TfJson.Decode(Hex.Bytes("22ff22"), TfType.String));
        Assert.Throws<TfDecodeException>(() => TfJson.Decode(Hex.Bytes("7b22ff223a317d"), TfType.Map(TfType.Number)));
        Assert.Throws<TfDecodeException>(() => TfJson.Decode(Hex.Bytes("7b22ff223a317d"), TfType.Dynamic));
    }

    [Fact]
    public void Decode_SecretInTheWrongPlace_DoesNotShow()
    {
        TfType[] types = [TfType.Map(TfType.Bool), TfType.Map(TfType.Number), TfType.Bool, Pair, TfType.Dynamic];
        string[] texts = ["{\"hunter2\":\"hunter3\"}", "{\"hunter2\":\"hunter3", "hunter4"];
        foreach (var text in texts)
        {
            Assert.All(types, type => Assert.DoesNotContain(
                "hunter",
                Record.Exception(() => Decode(text, type))!.ToString(),
                StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Encode_WhatJsonCannotHold_IsRefused()
    {
        var type = ObjectType(("a", TfType.List(TfType.Number)));
        Assert.Equal(
            "at a[1]: JSON cannot hold an unknown value",
            Refusal(Object(("a", TfValue.List([TfValue.Null, TfValue.Unknown]))), type));
        Assert.Equal(
            "at a[0]: JSON cannot hold an infinite number",
            Refusal(Object(("a", TfValue.List([TfValue.Of(TfNumber.PositiveInfinity)]))), type));
        Assert.Equal("at a: expected a list, found a string", Refusal(Object(("a", String("x"))), type));
        Assert.Equal("at the root: the string is not valid Unicode", Refusal(String("\uD800"), TfType.String));
        Assert.Equal("at [0]: JSON cannot hold an unknown value", Refusal(TfValue.Set([TfValue.Unknown]), TfType.Set(TfType.Bool)));
        Assert.Equal(
            "at [1]: JSON cannot hold an unknown value",
            Refusal(TfValue.Set([TfValue.True, TfValue.Unknown]), TfType.Set(TfType.Bool)));
        Assert.Equal(
            "at [1]: JSON cannot hold an infinite number",
            Refusal(Map(("b", TfValue.Of(TfNumber.NegativeInfinity)), ("a", Number("1"))), TfType.Map(TfType.Number)));
        Assert.Equal("at z: JSON cannot hold an unknown value", Refusal(Object(("a", TfValue.Null), ("z", TfValue.Unknown)), Pair));
        Assert.Equal(
            "at the root: JSON cannot hold an unknown value",
            Refusal(TfValue.Dynamic(TfType.Bool, TfValue.Unknown), TfType.Dynamic));

        static string Refusal(TfValue value, TfType type) =>
            Assert.Throws<InvalidOperationException>(() => TfJson.Encode(value, type)).Message;
    }

    private static TfValue Decode(string json, TfType type) => TfJson.Decode(Encoding.UTF8.GetBytes(json), type);
}
