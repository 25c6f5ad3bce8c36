using System.Text;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Values;

/// <summary>Bytes as go-cty's own encoder wrote them.</summary>
public sealed class MsgPackGoldenTests
{
    public static TheoryData<string, TfType, TfValue> Golden => new()
    {
        { "c0", TfType.String, TfValue.Null },
        { "c0", TfType.List(TfType.String), TfValue.Null },
        { "d40000", TfType.String, TfValue.Unknown },
        { "d40000", TfType.Dynamic, TfValue.Unknown },
        { "c0", TfType.Dynamic, TfValue.Null },
        { "c3", TfType.Bool, TfValue.True },
        { "c2", TfType.Bool, TfValue.False },
        { "a0", TfType.String, String("") },
        { "a2c3a9", TfType.String, String("é") },
        { "bf" + Repeat("61", 31), TfType.String, String(new('a', 31)) },
        { "d920" + Repeat("61", 32), TfType.String, String(new('a', 32)) },
        { "d9ff" + Repeat("61", 255), TfType.String, String(new('a', 255)) },
        { "da0100" + Repeat("61", 256), TfType.String, String(new('a', 256)) },
        { "daffff" + Repeat("61", 65535), TfType.String, String(new('a', 65535)) },
        { "db00010000" + Repeat("61", 65536), TfType.String, String(new('a', 65536)) },
        { "00", TfType.Number, Number("0") },
        { "7f", TfType.Number, Number("127") },
        { "cc80", TfType.Number, Number("128") },
        { "ccff", TfType.Number, Number("255") },
        { "cd0100", TfType.Number, Number("256") },
        { "cdffff", TfType.Number, Number("65535") },
        { "ce00010000", TfType.Number, Number("65536") },
        { "ceffffffff", TfType.Number, Number("4294967295") },
        { "cf0000000100000000", TfType.Number, Number("4294967296") },
        { "cf7fffffffffffffff", TfType.Number, Number("9223372036854775807") },
        { "ff", TfType.Number, Number("-1") },
        { "e0", TfType.Number, Number("-32") },
        { "d0df", TfType.Number, Number("-33") },
        { "d080", TfType.Number, Number("-128") },
        { "d1ff7f", TfType.Number, Number("-129") },
        { "d18000", TfType.Number, Number("-32768") },
        { "d2ffff7fff", TfType.Number, Number("-32769") },
        { "d280000000", TfType.Number, Number("-2147483648") },
        { "d3ffffffff7fffffff", TfType.Number, Number("-2147483649") },
        { "d38000000000000000", TfType.Number, Number("-9223372036854775808") },
        { "cb3fe0000000000000", TfType.Number, Number("0.5") },
        { "cbbff8000000000000", TfType.Number, Number("-1.5") },
        { "a3302e31", TfType.Number, Number("0.1") },
        { Ascii("9223372036854775808"), TfType.Number, Number("9223372036854775808") },
        { Ascii("-9223372036854775809"), TfType.Number, Number("-9223372036854775809") },
        { Ascii("100000000000000000000"), TfType.Number, Number("1e20") },
        { "cb7ff0000000000000", TfType.Number, TfValue.Of(TfNumber.PositiveInfinity) },
        { "cbfff0000000000000", TfType.Number, TfValue.Of(TfNumber.NegativeInfinity) },
        { "92a162a161", TfType.List(TfType.String), TfValue.List([String("b"), String("a")]) },
        { "92a161a162", TfType.Set(TfType.String), TfValue.Set([String("b"), String("a"), String("b")]) },
        { "82a16102a16201", TfType.Map(TfType.Number), Map(("b", Number("1")), ("a", Number("2"))) },
        {
            "82a161c3a17ac0",
            ObjectType(("z", TfType.String), ("a", TfType.Bool)),
            Object(("z", TfValue.Null), ("a", TfValue.True))
        },
        { "92a162c3", TfType.Tuple([TfType.String, TfType.Bool]), TfValue.Tuple([String("b"), TfValue.True]) },
        { "90", TfType.List(TfType.String), TfValue.List([]) },
        { "90", TfType.Set(TfType.String), TfValue.Set([]) },
        { "90", TfType.Tuple([]), TfValue.Tuple([]) },
        { "80", TfType.Map(TfType.String), Map() },
        { "80", ObjectType(), Object() },
        { "dc0010" + Repeat("00", 16), TfType.List(TfType.Number), Zeros(16) },
        { "dd00010000" + Repeat("00", 65536), TfType.List(TfType.Number), Zeros(65536) },
        { "92c40822737472696e6722a178", TfType.Dynamic, TfValue.Dynamic(TfType.String, String("x")) },
        { "92c40822737472696e6722c0", TfType.Dynamic, TfValue.Dynamic(TfType.String, TfValue.Null) },
        { "92c40822737472696e6722d40000", TfType.Dynamic, TfValue.Dynamic(TfType.String, TfValue.Unknown) },
        {
            "92c4115b226c697374222c22737472696e67225d" + "91a161",
            TfType.Dynamic,
            TfValue.Dynamic(TfType.List(TfType.String), TfValue.List([String("a")]))
        },
        {
            "83a17ac0a3efbfbdc3a4f09f9880c2",
            TfType.Map(TfType.Bool),
            Map(("\U0001F600", TfValue.False), ("\uFFFD", TfValue.True), ("z", TfValue.Null))
        },
    };

    /// <summary>By the rules that Go follows, but not recorded from it: lengths at which the form changes.</summary>
    public static TheoryData<string, TfType, TfValue> Boundaries => new()
    {
        { Ascii("1234567890123456789012345678901"), TfType.Number, Number("1234567890123456789012345678901") },
        { "d920" + Repeat("31", 32), TfType.Number, Number(new('1', 32)) },
        { "9f" + Repeat("00", 15), TfType.List(TfType.Number), Zeros(15) },
        { "dc0401" + Repeat("00", 1025), TfType.List(TfType.Number), Zeros(1025) },
        { "dcffff" + Repeat("00", 65535), TfType.List(TfType.Number), Zeros(65535) },
        { "8f" + Keys(15), TfType.Map(TfType.Bool), Bools(15) },
        { "de0010" + Keys(16), TfType.Map(TfType.Bool), Bools(16) },
        {
            "92c5010d" + Hex.Of(Encoding.ASCII.GetBytes($"[\"object\",{{\"{new string('a', 247)}\":\"bool\"}}]")) + "c0",
            TfType.Dynamic,
            TfValue.Dynamic(ObjectType((new('a', 247), TfType.Bool)), TfValue.Null)
        },
        { "93a161d40000c0", TfType.List(TfType.String), TfValue.List([String("a"), TfValue.Unknown, TfValue.Null]) },
    };

    [Theory]
    [MemberData(nameof(Golden), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Boundaries), DisableDiscoveryEnumeration = true)]
    public void Encode_Value_GivesTheBytesOfGo(string hex, TfType type, TfValue value) =>
        Assert.Equal(hex, Hex.Of(TfMsgPack.Encode(value, type)));

    [Theory]
    [MemberData(nameof(Golden), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Boundaries), DisableDiscoveryEnumeration = true)]
    public void Decode_BytesOfGo_GivesTheValue(string hex, TfType type, TfValue value) =>
        Assert.Equal(value, TfMsgPack.Decode(Hex.Bytes(hex), type));

    private static string Repeat(string hex, int count) => string.Concat(Enumerable.Repeat(hex, count));

    private static string Ascii(string text) => $"{0xa0 | text.Length:x2}{Hex.Of(Encoding.ASCII.GetBytes(text))}";

    private static TfValue Zeros(int count) => TfValue.List(Enumerable.Repeat(TfValue.Of(0), count));

    private static string Keys(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"a1{'a' + i:x2}c3"));

    private static TfValue Bools(int count) =>
        Map([.. Enumerable.Range(0, count).Select(i => ($"{(char)('a' + i)}", TfValue.True))]);
}
