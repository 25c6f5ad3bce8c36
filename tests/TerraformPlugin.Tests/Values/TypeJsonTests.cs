using System.Text;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Values;

public sealed class TypeJsonTests
{
    private const string NoJson = "the type is not valid JSON";
    private const string NoText = "the string is not valid Unicode";
    private const string NoType = "the JSON is not that of a type";
    private const string Twice = "the type names an attribute twice";

    public static TheoryData<string, TfType> Golden => new()
    {
        { "\"string\"", TfType.String },
        { "\"number\"", TfType.Number },
        { "\"bool\"", TfType.Bool },
        { "\"dynamic\"", TfType.Dynamic },
        { "[\"list\",\"string\"]", TfType.List(TfType.String) },
        { "[\"set\",[\"map\",\"number\"]]", TfType.Set(TfType.Map(TfType.Number)) },
        { "[\"object\",{\"a\":\"bool\",\"z\":\"string\"}]", ObjectType(("z", TfType.String), ("a", TfType.Bool)) },
        { "[\"object\",{}]", ObjectType() },
        { "[\"tuple\",[\"bool\",\"dynamic\"]]", TfType.Tuple([TfType.Bool, TfType.Dynamic]) },
        { "[\"tuple\",[]]", TfType.Tuple([]) },
    };

    [Theory]
    [MemberData(nameof(Golden), DisableDiscoveryEnumeration = true)]
    public void Encode_Type_GivesTheJsonOfGo(string json, TfType type) =>
        Assert.Equal(json, Encoding.UTF8.GetString(TfTypeJson.Encode(type)));

    [Theory]
    [MemberData(nameof(Golden), DisableDiscoveryEnumeration = true)]
    public void Decode_JsonOfGo_GivesTheType(string json, TfType type) => Assert.Equal(type, Decode(json));

    [Theory]
    [InlineData(" [ \"object\" ,\n { \"z\" : \"string\", \"a\" : \"bool\" } ] ")]
    [InlineData("[\"object\",{\"a\":\"bool\",\"z\":\"string\"},[\"z\"]]")]
    [InlineData("[\"object\",{\"a\":\"bool\",\"z\":\"string\"},[]]")]
    [InlineData("[\"\\u006fbject\",{\"\\u0061\":\"bool\",\"z\":\"string\"}]")]
    public void Decode_AnotherLayout_GivesTheSameType(string json) =>
        Assert.Equal(ObjectType(("a", TfType.Bool), ("z", TfType.String)), Decode(json));

    [Theory]
    [InlineData("", NoJson)]
    [InlineData(" ", NoJson)]
    [InlineData("null", NoType)]
    [InlineData("1", NoType)]
    [InlineData("{}", NoType)]
    [InlineData("[]", NoType)]
    [InlineData("\"any\"", NoType)]
    [InlineData("\"list\"", NoType)]
    [InlineData("\"string\" \"string\"", NoJson)]
    [InlineData("\"string\",", NoJson)]
    [InlineData("[\"list\"]", NoType)]
    [InlineData("[\"string\"]", NoType)]
    [InlineData("[\"list\",\"string\",\"string\"]", NoType)]
    [InlineData("[\"list\",\"string\"", NoJson)]
    [InlineData("[\"list\",null]", NoType)]
    [InlineData("[[\"list\"],\"string\"]", NoType)]
    [InlineData("[\"object\",[]]", NoType)]
    [InlineData("[\"object\",{\"a\":1}]", NoType)]
    [InlineData("[\"object\",{\"a\":\"bool\",\"a\":\"bool\"}]", Twice)]
    [InlineData("[\"object\",{\"a\":\"bool\"},[1]]", NoType)]
    [InlineData("[\"object\",{\"a\":\"bool\"},\"a\"]", NoType)]
    [InlineData("[\"object\",{\"a\":\"bool\"},[\"a\"],[]]", NoType)]
    [InlineData("[\"object\",{\"\\ud800\":\"bool\"}]", NoText)]
    [InlineData("\"\\ud800\"", NoText)]
    [InlineData("[\"\\udc00\",\"string\"]", NoText)]
    [InlineData("[\"tuple\",{}]", NoType)]
    [InlineData("[\"tuple\",\"bool\"]", NoType)]
    [InlineData("[\"tuple\",[null]]", NoType)]
    public void Decode_SomethingElse_SaysWhat(string json, string problem) =>
        Assert.Equal($"at the root: {problem}", Assert.Throws<TfDecodeException>(() => Decode(json)).Message);

    [Fact]
    public void Decode_InvalidUtf8_IsRefused() =>
        Assert.Throws<TfDecodeException>(() => TfTypeJson.Decode([.. "[\"object\",{\""u8, 0xff, .. "\":\"bool\"}]"u8]));

    [Fact]
    public void Codec_DeepestType_ComesBackAndOneLevelMoreIsRefused()
    {
        var type = Nested(256);
        Assert.Equal(type, TfTypeJson.Decode(TfTypeJson.Encode(type)));
        Assert.Throws<InvalidOperationException>(() => TfTypeJson.Encode(TfType.List(type)));
        var deeper = "[\"list\"," + Encoding.UTF8.GetString(TfTypeJson.Encode(type)) + "]";
        Assert.Contains("256 levels", Assert.Throws<TfDecodeException>(() => Decode(deeper)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codec_ManyTypesBesideEachOther_AreNoDepth()
    {
        var elements = Enumerable.Repeat(TfType.List(TfType.Bool), 300).ToArray();
        var type = TfType.Tuple([.. elements, TfType.Object(elements.Select((element, i) => KeyValuePair.Create($"a{i}", element)))]);

        Assert.Equal(type, TfTypeJson.Decode(TfTypeJson.Encode(type)));
    }

    [Fact]
    public void Decode_AMillionBrackets_IsRefused() => Assert.Throws<TfDecodeException>(() => Decode(new('[', 1_000_000)));

    private static TfType Nested(int depth)
    {
        var type = TfType.String;
        for (var i = 0; i < depth; i++)
        {
            type = i % 2 == 0 ? TfType.List(type) : ObjectType(("a", type));
        }

        return type;
    }

    private static TfType Decode(string json) => TfTypeJson.Decode(Encoding.UTF8.GetBytes(json));
}
