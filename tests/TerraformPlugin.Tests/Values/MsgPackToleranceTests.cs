using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Values;

/// <summary>Forms that we never write, but that a CLI reads and may send.</summary>
public sealed class MsgPackToleranceTests
{
    private static readonly TfType Pair = ObjectType(("a", TfType.Bool), ("z", TfType.String));

    public static TheoryData<string, string> Numbers => new()
    {
        { "a131", "1" },
        { "d90131", "1" },
        { "da000131", "1" },
        { "db0000000131", "1" },
        { "cc01", "1" },
        { "cd0001", "1" },
        { "ce00000001", "1" },
        { "cf0000000000000001", "1" },
        { "cfffffffffffffffff", "18446744073709551615" },
        { "d001", "1" },
        { "d0ff", "-1" },
        { "d10001", "1" },
        { "d1ffff", "-1" },
        { "d200000001", "1" },
        { "d3ffffffffffffffff", "-1" },
        { "ca3f800000", "1" },
        { "ca3f000000", "0.5" },
        { "cb3ff0000000000000", "1" },
        { "cb8000000000000000", "0" },
        { "cb3fb999999999999a", "0.1" },
        { "cb4450000000000000", "1180591620717411303424" },
        { "a6312e35306530", "1.5" },
        { "a22d30", "0" },
        { "a3316533", "1000" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Decode_NumberInAnyForm_GivesTheNumber(string hex, string number) =>
        Assert.Equal(Number(number), TfMsgPack.Decode(Hex.Bytes(hex), TfType.Number));

    [Theory]
    [InlineData("c40161")]
    [InlineData("c5000161")]
    [InlineData("c60000000161")]
    [InlineData("d90161")]
    [InlineData("da000161")]
    [InlineData("db0000000161")]
    public void Decode_StringOrBinaryOfAnyWidth_GivesTheString(string hex) =>
        Assert.Equal(String("a"), TfMsgPack.Decode(Hex.Bytes(hex), TfType.String));

    [Theory]
    [InlineData("d40000")]
    [InlineData("d40c00")]
    [InlineData("d47f01")]
    [InlineData("c70000")]
    [InlineData("c7000c")]
    [InlineData("c7030c8101c2")]
    [InlineData("d70c8201c202a361622d")]
    [InlineData("c70b0c8301c2039201c304920ac3")]
    [InlineData("c7070c8301c205010603")]
    [InlineData("c7090c8201c202a47072652d")]
    [InlineData("d50c81c0")]
    [InlineData("d60c8101c2c0")]
    [InlineData("d80c00000000000000000000000000000000")]
    [InlineData("c800010c80")]
    [InlineData("c9000000010c80")]
    public void Decode_Extension_IsUnknownWhateverTheType(string hex)
    {
        TfType[] types = [TfType.String, TfType.Number, TfType.Bool, TfType.Dynamic, TfType.Set(TfType.String), Pair, TfType.Tuple([])];
        Assert.All(types, type => Assert.Equal(TfValue.Unknown, TfMsgPack.Decode(Hex.Bytes(hex), type)));
    }

    [Theory]
    [InlineData("d40000")]
    [InlineData("d50c81c0")]
    [InlineData("d60c8101c2c0")]
    [InlineData("d70c8201c202a361622d")]
    [InlineData("d80c00000000000000000000000000000000")]
    [InlineData("c70000")]
    [InlineData("c7030c8101c2")]
    [InlineData("c800010c80")]
    [InlineData("c9000000010c80")]
    public void Decode_ExtensionBeforeAnotherElement_IsSkippedToItsEnd(string hex) =>
        Assert.Equal(
            TfValue.List([TfValue.Unknown, String("a")]),
            TfMsgPack.Decode(Hex.Bytes($"92{hex}a161"), TfType.List(TfType.String)));

    [Fact]
    public void Decode_RefinementOf1024Bytes_IsUnknownAndWhatFollowsIsRead()
    {
        byte[] bytes = [0x92, 0xc8, 0x04, 0x00, 0x0c, .. new byte[1024], 0xa1, 0x61];
        Assert.Equal(TfValue.List([TfValue.Unknown, String("a")]), TfMsgPack.Decode(bytes, TfType.List(TfType.String)));
    }

    [Fact]
    public void Decode_NilOfEveryType_IsNull()
    {
        TfType[] types =
        [
            TfType.String, TfType.Number, TfType.Bool, TfType.Dynamic, TfType.List(TfType.String), TfType.Set(TfType.String),
            TfType.Map(TfType.String), TfType.Tuple([TfType.Bool]), Pair,
        ];
        Assert.All(types, type => Assert.Equal(TfValue.Null, TfMsgPack.Decode(Hex.Bytes("c0"), type)));
    }

    [Theory]
    [InlineData("82a161c3a17ac0")]
    [InlineData("82a17ac0a161c3")]
    [InlineData("de0002a17ac0a161c3")]
    [InlineData("df00000002c4017ac0d90161c3")]
    public void Decode_ObjectKeysInAnyOrderAndForm_GivesTheObject(string hex) =>
        Assert.Equal(Object(("a", TfValue.True), ("z", TfValue.Null)), TfMsgPack.Decode(Hex.Bytes(hex), Pair));

    [Theory]
    [InlineData("91c3")]
    [InlineData("dc0001c3")]
    [InlineData("dd00000001c3")]
    public void Decode_ArrayHeaderOfAnyWidth_GivesTheList(string hex) =>
        Assert.Equal(TfValue.List([TfValue.True]), TfMsgPack.Decode(Hex.Bytes(hex), TfType.List(TfType.Bool)));

    [Fact]
    public void Decode_SetWithDuplicates_CollapsesThem()
    {
        var set = TfMsgPack.Decode(Hex.Bytes("9401a131cb3ff000000000000002"), TfType.Set(TfType.Number));
        Assert.Equal([Number("1"), Number("2")], set.Elements);
    }

    [Fact]
    public void Decode_SetWithUnknowns_KeepsEachOfThem()
    {
        var set = TfMsgPack.Decode(Hex.Bytes("93d40000d40000c0"), TfType.Set(TfType.Number));
        Assert.Equal([TfValue.Unknown, TfValue.Unknown, TfValue.Null], set.Elements);
    }

    [Fact]
    public void Decode_BytesAfterTheValue_AreIgnored() =>
        Assert.Equal(TfValue.True, TfMsgPack.Decode(Hex.Bytes("c3ffffff"), TfType.Bool));

    [Fact]
    public void Decode_DynamicWithTypeAsString_GivesTheValue() =>
        Assert.Equal(
            TfValue.Dynamic(TfType.Bool, TfValue.True),
            TfMsgPack.Decode(Hex.Bytes("92a622626f6f6c22c3"), TfType.Dynamic));

    [Fact]
    public void Decode_NonAsciiAttributeNames_AreFound()
    {
        var type = ObjectType(("é", TfType.Bool), ("\U0001F600", TfType.Bool), ("\uFFFD", TfType.Bool));
        var value = Object(("\U0001F600", TfValue.True), ("\uFFFD", TfValue.False), ("é", TfValue.Null));
        Assert.Equal(value, TfMsgPack.Decode(TfMsgPack.Encode(value, type), type));
        Assert.Equal(value, TfJson.Decode(TfJson.Encode(value, type), type));
    }
}
