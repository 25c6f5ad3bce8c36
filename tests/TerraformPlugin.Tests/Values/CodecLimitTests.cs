using System.Text;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Values;

/// <summary>Large and deep values: what must work, and what must be refused without harm.</summary>
public sealed class CodecLimitTests
{
    [Fact]
    public void Codecs_StringOf5MiB_ComesBack()
    {
        var type = ObjectType(("text", TfType.String));
        var value = Object(("text", String(new string('é', 5 << 19))));
        Assert.Equal(value, TfMsgPack.Decode(TfMsgPack.Encode(value, type), type));
        Assert.Equal(value, TfJson.Decode(TfJson.Encode(value, type), type));
    }

    [Fact]
    public void Encode_LongStringAmongOthers_TakesLittleMoreThanItsLength()
    {
        const int length = 64 * 1024 * 1024;
        var type = ObjectType(("a", TfType.String), ("b", TfType.String), ("c", TfType.String));
        var value = Object(("a", String("a")), ("b", String(new string('b', length))), ("c", String("c")));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var encoded = TfMsgPack.EncodeInPlace(value, type);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(value, TfMsgPack.Decode(encoded, type));
        Assert.InRange(allocated, length, length / 8 * 10);
    }

    [Fact]
    public void Codecs_SetOf10000Objects_ComesBackInAnyOrder()
    {
        var type = TfType.Set(ObjectType(("id", TfType.Number), ("name", TfType.String)));
        var elements = Enumerable.Range(0, 10_000).Select(i => Object(("id", TfValue.Of(i)), ("name", String($"n{i}")))).ToArray();
        var value = TfValue.Set(elements);
        var reversed = TfValue.Set(elements.Reverse());
        Assert.Equal(value, reversed);
        Assert.Equal(TfMsgPack.Encode(value, type), TfMsgPack.Encode(reversed, type));
        Assert.Equal(value, TfMsgPack.Decode(TfMsgPack.Encode(value, type), type));
        Assert.Equal(value, TfJson.Decode(TfJson.Encode(value, type), type));
    }

    [Fact]
    public void Codecs_MapAndListOf100000_ComeBack()
    {
        var map = TfValue.Map(Enumerable.Range(0, 100_000).Select(i => KeyValuePair.Create($"k{i}", TfValue.True)));
        Assert.Equal(map, TfMsgPack.Decode(TfMsgPack.Encode(map, TfType.Map(TfType.Bool)), TfType.Map(TfType.Bool)));
        var list = TfValue.List(Enumerable.Repeat(TfValue.Null, 100_000));
        Assert.Equal(list, TfMsgPack.Decode(TfMsgPack.Encode(list, TfType.List(TfType.Bool)), TfType.List(TfType.Bool)));
    }

    [Fact]
    public void Decode_ObjectOfManyAttributesInReverse_TakesNoSquareTime()
    {
        var names = Enumerable.Range(0, 50_000).Select(i => $"a{i:d5}").ToArray();
        var type = TfType.Object(names.Select(name => KeyValuePair.Create(name, TfType.Bool)));
        var json = "{" + string.Join(',', names.Reverse().Select(name => $"\"{name}\":true")) + "}";
        var value = TfJson.Decode(Encoding.UTF8.GetBytes(json), type);
        Assert.Equal(names.Length, value.Attributes.Count);
        Assert.Equal(value, TfMsgPack.Decode(TfMsgPack.Encode(value, type), type));
    }

    [Fact]
    public void Codecs_DeepestValue_ComesBackAndOneLevelMoreIsRefused()
    {
        var type = TfType.Bool;
        var value = TfValue.True;
        for (var i = 0; i < 256; i++)
        {
            (type, value) = i % 2 == 0
                ? (TfType.List(type), TfValue.List([value]))
                : (ObjectType(("a", type)), Object(("a", value)));
        }

        Assert.Equal(value, TfMsgPack.Decode(TfMsgPack.Encode(value, type), type));
        Assert.Equal(value, TfJson.Decode(TfJson.Encode(value, type), type));
        var (deeperType, deeperValue) = (TfType.List(type), TfValue.List([value]));
        Assert.Throws<InvalidOperationException>(() => TfMsgPack.Encode(deeperValue, deeperType));
        Assert.Throws<InvalidOperationException>(() => TfJson.Encode(deeperValue, deeperType));
        byte[] bytes = [0x91, .. TfMsgPack.Encode(value, type)];
        byte[] json = [(byte)'[', .. TfJson.Encode(value, type), (byte)']'];
        Assert.Throws<TfDecodeException>(() => TfMsgPack.Decode(bytes, deeperType));
        Assert.Throws<TfDecodeException>(() => TfJson.Decode(json, deeperType));
    }

    [Fact]
    public void Codecs_DeepestDynamicValue_ComesBackAndOneLevelMoreIsRefused()
    {
        var value = TfValue.Null;
        for (var i = 0; i < 256; i++)
        {
            value = TfValue.Dynamic(TfType.Dynamic, value);
        }

        var deeper = TfValue.Dynamic(TfType.Dynamic, value);
        Assert.Equal(value, TfMsgPack.Decode(TfMsgPack.Encode(value, TfType.Dynamic), TfType.Dynamic));
        Assert.Equal(value, TfJson.Decode(TfJson.Encode(value, TfType.Dynamic), TfType.Dynamic));
        Assert.Equal(
            "the value nests deeper than 256 levels",
            Assert.Throws<InvalidOperationException>(() => TfMsgPack.Encode(deeper, TfType.Dynamic)).Message);
        Assert.Equal(
            "the value nests deeper than 256 levels",
            Assert.Throws<InvalidOperationException>(() => TfJson.Encode(deeper, TfType.Dynamic)).Message);
        byte[] bytes = [0x92, 0xc4, 0x09, .. "\"dynamic\""u8, .. TfMsgPack.Encode(value, TfType.Dynamic)];
        byte[] json = [.. "{\"type\":\"dynamic\",\"value\":"u8, .. TfJson.Encode(value, TfType.Dynamic), (byte)'}'];
        Assert.Equal(
            "the value nests deeper than 256 levels",
            Assert.Throws<TfDecodeException>(() => TfMsgPack.Decode(bytes, TfType.Dynamic)).Message);
        Assert.Equal(
            "the value nests deeper than 256 levels",
            Assert.Throws<TfDecodeException>(() => TfJson.Decode(json, TfType.Dynamic)).Message);
    }

    [Fact]
    public void Codecs_ManyValuesBesideEachOther_AreNoDepth()
    {
        var one = TfValue.Dynamic(TfType.List(TfType.Bool), TfValue.List([TfValue.True]));
        TfType[] types = [TfType.List(TfType.Dynamic), TfType.Set(TfType.Dynamic), TfType.Map(TfType.Dynamic)];
        TfValue[] values =
        [
            TfValue.List(Enumerable.Repeat(one, 300)),
            TfValue.Set(Enumerable.Range(0, 300).Select(i => TfValue.Dynamic(TfType.Number, TfValue.Of(i)))),
            TfValue.Map(Enumerable.Range(0, 300).Select(i => KeyValuePair.Create($"k{i}", one))),
        ];
        Assert.All(types.Zip(values), pair =>
        {
            Assert.Equal(pair.Second, TfMsgPack.Decode(TfMsgPack.Encode(pair.Second, pair.First), pair.First));
            Assert.Equal(pair.Second, TfJson.Decode(TfJson.Encode(pair.Second, pair.First), pair.First));
        });
    }

    [Fact]
    public void Codecs_SetsInsideEachOther_ComeBackFromAnyDepth()
    {
        var (type, value) = (TfType.Bool, TfValue.True);
        for (var i = 0; i < 128; i++)
        {
            (type, value) = i % 2 == 0
                ? (TfType.Set(type), TfValue.Set([value, TfValue.Null]))
                : (TfType.List(type), TfValue.List([value]));
        }

        Assert.Equal(value, TfMsgPack.Decode(TfMsgPack.Encode(value, type), type));
        Assert.Equal(value, TfJson.Decode(TfJson.Encode(value, type), type));
    }

    [Fact]
    public void Encode_SmallValue_TakesLittle()
    {
        var value = String(new('a', 1000));

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = TfMsgPack.EncodeInPlace(value, TfType.String);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1000, 16_000);
    }

    [Fact]
    public void Encode_ManySmallParts_CopiesThemFewTimes()
    {
        const int length = 1 << 20;
        var value = TfValue.List(Enumerable.Repeat(TfValue.Null, length));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var encoded = TfMsgPack.EncodeInPlace(value, TfType.List(TfType.Bool));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, length, 5 * length);
        Assert.Equal(length + 5, encoded.Length);
    }

    [Fact]
    public void Decode_DynamicInDynamicWithoutEnd_IsRefused()
    {
        byte[] one = [0x92, 0xc4, 0x09, .. "\"dynamic\""u8];
        var bytes = Enumerable.Repeat(one, 100_000).SelectMany(b => b).ToArray();
        var refusal = Assert.Throws<TfDecodeException>(() => TfMsgPack.Decode(bytes, TfType.Dynamic));
        Assert.Contains("256 levels", refusal.Message, StringComparison.Ordinal);
        var json = string.Concat(Enumerable.Repeat("{\"type\":\"dynamic\",\"value\":", 100_000));
        Assert.Throws<TfDecodeException>(() => TfJson.Decode(Encoding.UTF8.GetBytes(json), TfType.Dynamic));
        var brackets = "{\"value\":" + new string('[', 1_000_000);
        Assert.Throws<TfDecodeException>(() => TfJson.Decode(Encoding.UTF8.GetBytes(brackets), TfType.Dynamic));
    }

    [Fact]
    public void Decode_NumberOfAMillionDigits_IsRefused()
    {
        var digits = new string('7', 1 << 20);
        Assert.Throws<TfDecodeException>(() => TfJson.Decode(Encoding.ASCII.GetBytes(digits), TfType.Number));
        Assert.Throws<TfDecodeException>(() => TfMsgPack.Decode(TfMsgPack.Encode(String(digits), TfType.String), TfType.Number));
        Assert.Equal(String(digits), TfJson.Decode(Encoding.ASCII.GetBytes(digits), TfType.String));
    }
}
