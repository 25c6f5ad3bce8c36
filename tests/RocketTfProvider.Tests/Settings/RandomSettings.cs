using System.Globalization;
using System.Text;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

#pragma warning disable CA5394 // Repeatable on purpose.

/// <summary>
/// Values that people could write for settings, the same for the same seed; not all of them are ones that a setting can have.
/// </summary>
internal sealed class RandomSettings(int seed)
{
    private static readonly string[] Pieces =
    [
        "", " ", "a", "Ünïcode", "日本語", "مرحبا", "🚀", "👩‍👩‍👧", "\0", "\u0001", "\t", "\r\n", "\n", "\u2028",
        "\ufeff", "\"", "\\", "/", "</script>", "${a}", "%{b}",
        "true", "null", "0", "1e5", "{\"a\":1}", "[]", "_id", "__proto__", "$where", "' OR 1=1 --", "%2F", "\ud7ff", "\uffff", "\U0010ffff",
    ];

    private static readonly string[] Numbers =
    [
        "0", "1", "-1", "0.1", "-2.5", "1e3", "1e21", "1e22",
        "123456789012345678", "9007199254740991", "9007199254740992", "9007199254740993", "-9007199254740993",
        "0.1234567890123456789", "1.7976931348623157e308", "1e308", "1e309", "-1e400", "5e-324", "1e-400",
        "3.333333333333333", "0.30000000000000004", "4294967296", "2147483648",
    ];

    private readonly Random _random = new(seed);

    public int Below(int limit) => _random.Next(limit);

    public bool Chance() => _random.Next(2) == 0;

    public T One<T>(IReadOnlyList<T> among) => among[_random.Next(among.Count)];

    public TfValue Bool() => TfValue.Of(Chance());

    public TfValue Number() => TfValue.Of(TfNumber.Parse(_random.Next(4) switch
    {
        0 => (_random.NextInt64() - (long.MaxValue / 2)).ToString(CultureInfo.InvariantCulture),
        1 => (_random.NextDouble() * Math.Pow(10, _random.Next(-20, 20))).ToString("R", CultureInfo.InvariantCulture),
        _ => One(Numbers),
    }));

    public TfValue Text() => TfValue.Of(Words());

    /// <summary>A list as HCL has them: a tuple when it is written down, else a list or a set.</summary>
    public TfValue List()
    {
        var elements = Enumerable.Range(0, _random.Next(5)).Select(_ => Text()).ToList();
        return _random.Next(3) switch
        {
            0 => TfValue.Dynamic(TfType.List(TfType.String), TfValue.List(elements)),
            1 => TfValue.Dynamic(TfType.Set(TfType.String), TfValue.Set(elements.Distinct())),
            _ => TfValue.Dynamic(TfType.Tuple(elements.Select(_ => TfType.String)), TfValue.Tuple(elements)),
        };
    }

    private string Words()
    {
        var text = new StringBuilder();
        for (var count = _random.Next(6); count > 0; count--)
        {
            text.Append(One(Pieces));
        }

        return _random.Next(20) == 0 ? text.Insert(0, "long ", 20_000).ToString() : text.ToString();
    }
}
