using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Values;

public sealed class MsgPackMalformedTests
{
    private static readonly TfType Pair = ObjectType(("a", TfType.Bool), ("z", TfType.String));
    private static readonly TfType Room = ObjectType(("room", ObjectType(("owners", TfType.List(TfType.String)))));

    public static TheoryData<string, TfType, string> Malformed => new()
    {
        { "", TfType.String, "at the root: the data ends too early" },
        { "a3", TfType.String, "at the root: the data ends too early" },
        { "dbffffffff61", TfType.String, "at the root: the data ends too early" },
        { "c6ffffffff61", TfType.String, "at the root: the data ends too early" },
        { "cd01", TfType.Number, "at the root: the data ends too early" },
        { "cb00", TfType.Number, "at the root: the data ends too early" },
        { "d4", TfType.Number, "at the root: the data ends too early" },
        { "d400", TfType.Number, "at the root: the data ends too early" },
        { "d50c00", TfType.Number, "at the root: the data ends too early" },
        { "d80c" + "000000000000000000000000000000", TfType.Number, "at the root: the data ends too early" },
        { "c7", TfType.Number, "at the root: the data ends too early" },
        { "c700", TfType.Number, "at the root: the data ends too early" },
        { "c7020c00", TfType.Number, "at the root: the data ends too early" },
        { "c9ffffffff0c", TfType.Number, "at the root: the data ends too early" },
        { "ddffffffff", TfType.List(TfType.Bool), "at the root: the data ends too early" },
        { "dd7fffffffc3", TfType.Set(TfType.Bool), "at the root: the data ends too early" },
        { "dfffffffffa161c3", TfType.Map(TfType.Bool), "at the root: the data ends too early" },
        { "df80000000a161c3", TfType.Map(TfType.Bool), "at the root: the data ends too early" },
        { "82a161c3", TfType.Map(TfType.Bool), "at the root: the data ends too early" },
        { "82a161c3", Pair, "at the root: the data ends too early" },
        { "92c3", TfType.List(TfType.Bool), "at the root: the data ends too early" },
        { "dc00", TfType.List(TfType.Bool), "at the root: the data ends too early" },
        { "92a161a2", TfType.List(TfType.String), "at [1]: the data ends too early" },
        { "c3", TfType.String, "at the root: expected a string, found a bool" },
        { "01", TfType.String, "at the root: expected a string, found an integer" },
        { "ca3f800000", TfType.String, "at the root: expected a string, found a floating point number" },
        { "90", TfType.String, "at the root: expected a string, found an array" },
        { "80", TfType.String, "at the root: expected a string, found a map" },
        { "c1", TfType.String, "at the root: expected a string, found an invalid byte" },
        { "c1", TfType.Number, "at the root: expected a number, found an invalid byte" },
        { "a474727565", TfType.Bool, "at the root: expected a bool, found a string" },
        { "01", TfType.Bool, "at the root: expected a bool, found an integer" },
        { "c3", TfType.Number, "at the root: expected a number, found a bool" },
        { "c40131", TfType.Number, "at the root: expected a number, found binary data" },
        { "80", TfType.List(TfType.Bool), "at the root: expected a list, found a map" },
        { "80", TfType.Set(TfType.Bool), "at the root: expected a set, found a map" },
        { "90", TfType.Map(TfType.Bool), "at the root: expected a map, found an array" },
        { "90", Pair, "at the root: expected an object, found an array" },
        { "a161", TfType.Dynamic, "at the root: expected a dynamic, found a string" },
        { "a161", TfType.Tuple([]), "at the root: expected a tuple, found a string" },
        { "a0", TfType.Number, "at the root: the text is no decimal number, or one out of range" },
        { "a3496e66", TfType.Number, "at the root: the text is no decimal number, or one out of range" },
        { "cb7ff8000000000000", TfType.Number, "at the root: the number is not a number" },
        { "ca7fc00000", TfType.Number, "at the root: the number is not a number" },
        { "a1ff", TfType.String, "at the root: the string is not valid UTF-8" },
        { "a3eda080", TfType.String, "at the root: the string is not valid UTF-8" },
        { "a2c3", TfType.String, "at the root: the data ends too early" },
        { "81a161c3", Pair, "at the root: expected 2 attributes, found 1" },
        { "80", Pair, "at the root: expected 2 attributes, found 0" },
        { "83a161c3a17ac0a178c0", Pair, "at the root: expected 2 attributes, found 3" },
        { "82a161c3a178c0", Pair, "at the root: the object holds an attribute that its type lacks" },
        { "82a161c3a161c3", Pair, "at a: the attribute stands twice in the object" },
        { "82a161c301c0", Pair, "at the root: expected a string, found an integer" },
        { "82a161c3c0c0", Pair, "at the root: expected a string, found null" },
        { "82a161c3d40000c0", Pair, "at the root: expected a string, found an unknown value" },
        { "82a161c3a161c2", TfType.Map(TfType.Bool), "at [1]: the key stands twice in the map" },
        { "82a161c2a162a0", TfType.Map(TfType.Bool), "at [1]: expected a bool, found a string" },
        { "81a1ffc3", TfType.Map(TfType.Bool), "at [0]: the string is not valid UTF-8" },
        { "81c401ffc3", ObjectType(("a", TfType.Bool)), "at the root: the string is not valid UTF-8" },
        { "92c3c3", TfType.Tuple([TfType.Bool, TfType.Number]), "at [1]: expected a number, found a bool" },
        { "92c301", TfType.Set(TfType.Bool), "at [1]: expected a bool, found an integer" },
        { "82a161c3a17ac3", Pair, "at z: expected a string, found a bool" },
        { "91c3", TfType.Tuple([]), "at the root: expected 0 elements, found 1" },
        { "90", TfType.Tuple([TfType.Bool]), "at the root: expected 1 elements, found 0" },
        { "91c0", TfType.Dynamic, "at the root: expected a type and a value, found 1 elements" },
        { "93c40822737472696e6722a178c0", TfType.Dynamic, "at the root: expected a type and a value, found 3 elements" },
        { "92c4015bc0", TfType.Dynamic, "at the root: the type is not valid JSON" },
        { "92c4017bc0", TfType.Dynamic, "at the root: the JSON is not that of a type" },
        { "92c4027b7dc0", TfType.Dynamic, "at the root: the JSON is not that of a type" },
        { "92c400c0", TfType.Dynamic, "at the root: the type is not valid JSON" },
        { "9201c0", TfType.Dynamic, "at the root: expected a dynamic, found an integer" },
        { "92c40822737472696e6722c3", TfType.Dynamic, "at the root: expected a string, found a bool" },
        { "81a4726f6f6d81a66f776e65727393a161a162c3", Room, "at room.owners[2]: expected a string, found a bool" },
    };

    [Theory]
    [MemberData(nameof(Malformed), DisableDiscoveryEnumeration = true)]
    public void Decode_MalformedBytes_SaysWhereAndWhat(string hex, TfType type, string message)
    {
        var fault = Assert.Throws<TfDecodeException>(() => TfMsgPack.Decode(Hex.Bytes(hex), type));
        Assert.Equal(message, fault.Message);
    }

    [Theory]
    [InlineData("00", "an integer")]
    [InlineData("7f", "an integer")]
    [InlineData("80", "a map")]
    [InlineData("8f", "a map")]
    [InlineData("90", "an array")]
    [InlineData("9f", "an array")]
    [InlineData("c0", "null")]
    [InlineData("c1", "an invalid byte")]
    [InlineData("c2", "a bool")]
    [InlineData("c3", "a bool")]
    [InlineData("c7", "an unknown value")]
    [InlineData("c8", "an unknown value")]
    [InlineData("c9", "an unknown value")]
    [InlineData("ca", "a floating point number")]
    [InlineData("cb", "a floating point number")]
    [InlineData("cc", "an integer")]
    [InlineData("cf", "an integer")]
    [InlineData("d0", "an integer")]
    [InlineData("d3", "an integer")]
    [InlineData("d4", "an unknown value")]
    [InlineData("d8", "an unknown value")]
    [InlineData("dc", "an array")]
    [InlineData("dd", "an array")]
    [InlineData("de", "a map")]
    [InlineData("df", "a map")]
    [InlineData("e0", "an integer")]
    [InlineData("ff", "an integer")]
    public void Decode_KeyThatIsNoString_SaysWhatItIs(string code, string found) =>
        Assert.Equal(
            $"at [0]: expected a string, found {found}",
            Assert.Throws<TfDecodeException>(() => TfMsgPack.Decode(Hex.Bytes($"81{code}c0"), TfType.Map(TfType.Bool))).Message);

    [Theory]
    [InlineData("a0", "a string")]
    [InlineData("bf", "a string")]
    [InlineData("c4", "binary data")]
    [InlineData("c5", "binary data")]
    [InlineData("c6", "binary data")]
    [InlineData("d9", "a string")]
    [InlineData("da", "a string")]
    [InlineData("db", "a string")]
    public void Decode_TextForABool_SaysWhatItIs(string code, string found) =>
        Assert.Equal(
            $"at the root: expected a bool, found {found}",
            Assert.Throws<TfDecodeException>(() => TfMsgPack.Decode(Hex.Bytes(code), TfType.Bool)).Message);

    [Theory]
    [InlineData("80", "a map")]
    [InlineData("9f", "an array")]
    [InlineData("c4", "binary data")]
    [InlineData("c6", "binary data")]
    [InlineData("dc", "an array")]
    public void Decode_NeighborOfANumbersCode_IsRefused(string code, string found) =>
        Assert.Equal(
            $"at the root: expected a number, found {found}",
            Assert.Throws<TfDecodeException>(() => TfMsgPack.Decode(Hex.Bytes(code), TfType.Number)).Message);

    [Fact]
    public void Decode_SecretInTheWrongPlace_DoesNotShow()
    {
        var map = TfMsgPack.Encode(Map(("hunter2", String("hunter3"))), TfType.Map(TfType.String));
        TfType[] types =
        [
            TfType.Map(TfType.Bool), TfType.Map(TfType.Number), TfType.Number, ObjectType(("a", TfType.String)), TfType.Dynamic,
        ];
        Assert.All(types, type => Assert.DoesNotContain(
            "hunter",
            Record.Exception(() => TfMsgPack.Decode(map, type))!.ToString(),
            StringComparison.Ordinal));
    }

    [Fact]
    public void Decode_NestedLyingLengths_AllocatesLittle()
    {
        // 250 arrays, each announcing as many elements as there are bytes left: naive reading takes gigabytes.
        var bytes = new byte[4 << 20];
        var type = TfType.Bool;
        for (var i = 0; i < 250; i++)
        {
            type = TfType.List(type);
            Hex.Bytes("dd003f0000").CopyTo(bytes, i * 5);
        }

        bytes[1250] = 0xc1;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<TfDecodeException>(() => TfMsgPack.Decode(bytes, type));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void Decode_NestedLyingLengthsOfMaps_AllocatesLittle()
    {
        // 10 maps, each under the empty key of the one before and announcing as many keys as the bytes left could hold.
        var bytes = new byte[4 << 20];
        var type = TfType.Bool;
        for (var i = 0; i < 10; i++)
        {
            type = TfType.Map(type);
            Hex.Bytes("df001f0000a0").CopyTo(bytes, i * 6);
        }

        bytes[60] = 0xc1;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<TfDecodeException>(() => TfMsgPack.Decode(bytes, type));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 << 20);
    }
}
