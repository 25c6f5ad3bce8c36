using System.Numerics;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Values;

/// <summary>Types and values of every kind, the same for the same seed.</summary>
internal sealed class RandomValues(int seed, bool withUnknowns)
{
    private static readonly string[] Texts =
        ["", "a", "b", "true", "12", "é", "\U0001F600", "\uFFFD", "\0", "\"\\\n", "<&>\u2028", "e\u0301", new('x', 40), new('y', 300)];

    private static readonly TfNumber[] Numbers =
    [
        .. new[]
        {
            "0", "1", "-1", "127", "128", "-32", "-33", "0.5", "0.1", "-0.25", "1e20", "1e-20", "65536", "4294967296",
            "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "5e-324",
            "1.7976931348623157e308",
            "123456789012345678901234567890.123456789",
        }.Select(TfNumber.Parse),
    ];

#pragma warning disable CA5394 // Repeatable on purpose.
    private readonly Random _random = new(seed);

    public TfType Type(int depth = 3) => _random.Next(depth > 0 ? 9 : 4) switch
    {
        0 => TfType.String,
        1 => TfType.Number,
        2 => TfType.Bool,
        3 => TfType.Dynamic,
        4 => TfType.List(Type(depth - 1)),
        5 => TfType.Set(Type(depth - 1)),
        6 => TfType.Map(Type(depth - 1)),
        7 => TfType.Tuple(Many(() => Type(depth - 1))),
        _ => TfType.Object(Entries(() => Type(depth - 1))),
    };

    public TfValue Value(TfType type) => _random.Next(12) switch
    {
        0 => TfValue.Null,
        1 when withUnknowns => TfValue.Unknown,
        _ => Present(type),
    };

    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    private TfValue Present(TfType type) => type.Kind switch
    {
        TfTypeKind.String => TfValue.Of(Text()),
        TfTypeKind.Number => TfValue.Of(Number()),
        TfTypeKind.Bool => TfValue.Of(_random.Next(2) == 0),
        TfTypeKind.List => TfValue.List(Many(() => Value(type.Element))),
        TfTypeKind.Set => TfValue.Set(Many(() => Value(type.Element))),
        TfTypeKind.Map => TfValue.Map(Entries(() => Value(type.Element))),
        TfTypeKind.Tuple => TfValue.Tuple(type.Elements.Select(Value)),
        TfTypeKind.Object => TfValue.Object(type.Attributes.Select(a => KeyValuePair.Create(a.Key, Value(a.Value)))),
        _ => Dynamic(),
    };

    private TfValue Dynamic()
    {
        var type = Type(1);
        return TfValue.Dynamic(type, Value(type));
    }

    private string Text() => Texts[_random.Next(Texts.Length)];

    private TfNumber Number() => _random.Next(4) switch
    {
        0 => TfNumber.FromInt64(_random.NextInt64(long.MinValue, long.MaxValue) >> _random.Next(64)),
        1 => TfNumber.FromDouble(_random.NextDouble()),
        2 => TfNumber.FromBigInteger(new BigInteger(Bytes(_random.Next(1, 40)))),
        _ => Numbers[_random.Next(Numbers.Length)],
    };

    private T[] Many<T>(Func<T> one) => [.. Enumerable.Range(0, _random.Next(5)).Select(_ => one())];

    private Dictionary<string, T> Entries<T>(Func<T> one) => Many(Text).Distinct().ToDictionary(name => name, _ => one());
#pragma warning restore CA5394
}
