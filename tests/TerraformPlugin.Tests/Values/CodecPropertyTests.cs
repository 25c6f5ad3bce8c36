using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Values;

/// <summary>The properties of every type and value, tried on seeded random ones.</summary>
public sealed class CodecPropertyTests
{
    private const int Rounds = 600;

    [Fact]
    public void MsgPack_AnyValue_ComesBackEqualAndIsWrittenAlike() => ForEach(withUnknowns: true, (type, value, _) =>
    {
        var bytes = TfMsgPack.Encode(value, type);
        var back = TfMsgPack.Decode(bytes, type);
        Assert.Equal(value, back);
        Assert.Equal(value.GetHashCode(), back.GetHashCode());
        Assert.Equal(bytes, TfMsgPack.Encode(back, type));
    });

    [Fact]
    public void Json_AnyKnownValue_ComesBackEqualAndIsWrittenAlike() => ForEach(withUnknowns: false, (type, value, _) =>
    {
        var json = TfJson.Encode(value, type);
        var back = TfJson.Decode(json, type);
        Assert.Equal(value, back);
        Assert.Equal(json, TfJson.Encode(back, type));
        Assert.Equal(json, TfJson.Encode(TfMsgPack.Decode(TfMsgPack.Encode(value, type), type), type));
    });

    [Fact]
    public void TypeJson_AnyType_ComesBackEqual() => ForEach(withUnknowns: false, (type, _, _) =>
    {
        var back = TfTypeJson.Decode(TfTypeJson.Encode(type));
        Assert.Equal(type, back);
        Assert.Equal(type.GetHashCode(), back.GetHashCode());
        Assert.Equal(type.ToString(), back.ToString());
    });

    [Fact]
    public void UnknownsAsNull_AnyValue_IsWhollyKnownAndOfTheSameType() => ForEach(withUnknowns: true, (type, value, _) =>
    {
        var known = value.UnknownsAsNull();
        Assert.True(known.IsWhollyKnown);
        Assert.Equal(value.IsWhollyKnown, value.Equals(known));
        Assert.Equal(known, TfJson.Decode(TfJson.Encode(known, type), type));
    });

    [Fact]
    public void MsgPack_CutAnywhere_IsRefused() => ForEach(withUnknowns: true, (type, value, _) =>
    {
        var bytes = TfMsgPack.Encode(value, type);
        for (var length = 0; length < Math.Min(bytes.Length, 400); length++)
        {
            Assert.Throws<TfDecodeException>(() => TfMsgPack.Decode(bytes.AsMemory(0, length), type));
        }
    }, rounds: 100);

    [Fact]
    public void Json_CutAnywhere_IsRefused() => ForEach(withUnknowns: false, (type, value, _) =>
    {
        // In a list, because a number cut short may still be a number.
        var list = TfType.List(type);
        var json = TfJson.Encode(TfValue.List([value]), list);
        for (var length = 0; length < Math.Min(json.Length, 400); length++)
        {
            Assert.Throws<TfDecodeException>(() => TfJson.Decode(json.AsMemory(0, length), list));
        }
    }, rounds: 150);

    [Fact]
    public void MsgPack_RandomBytes_AreAValueOrRefused() => ForEach(withUnknowns: true, (type, _, random) =>
    {
        for (var length = 1; length < 40; length++)
        {
            ValueOrRefusal(() => TfMsgPack.Decode(random.Bytes(length), type));
        }
    });

    [Fact]
    public void MsgPack_OneByteChanged_IsAValueOrRefused() => ForEach(withUnknowns: true, (type, value, random) =>
    {
        var bytes = TfMsgPack.Encode(value, type);
        for (var i = 0; i < Math.Min(bytes.Length, 400); i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= (byte)(random.Bytes(1)[0] | 1);
            ValueOrRefusal(() => TfMsgPack.Decode(changed, type));
        }
    }, rounds: 300);

    [Fact]
    public void Json_OneByteChanged_IsAValueOrRefused() => ForEach(withUnknowns: false, (type, value, random) =>
    {
        var json = TfJson.Encode(value, type);
        for (var i = 0; i < Math.Min(json.Length, 400); i++)
        {
            var changed = json.ToArray();
            changed[i] ^= (byte)(random.Bytes(1)[0] | 1);
            ValueOrRefusal(() => TfJson.Decode(changed, type, ignoreUnsupported: i % 2 == 0));
            ValueOrRefusal(() => TfTypeJson.Decode(changed));
        }
    }, rounds: 100);

    private static void ValueOrRefusal(Func<object> decode)
    {
        try
        {
            Assert.NotNull(decode());
        }
        catch (TfDecodeException refusal)
        {
            Assert.StartsWith("at ", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static void ForEach(bool withUnknowns, Action<TfType, TfValue, RandomValues> check, int rounds = Rounds)
    {
        for (var seed = 0; seed < rounds; seed++)
        {
            var random = new RandomValues(seed, withUnknowns);
            var type = random.Type();
            var value = random.Value(type);
            try
            {
                check(type, value, random);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Seed {seed}, type {type}.", fault);
            }
        }
    }
}
