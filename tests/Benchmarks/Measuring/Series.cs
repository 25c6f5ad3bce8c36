using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>The same thing, measured again and again.</summary>
internal sealed class Series
{
    private readonly List<double> _values = [];

    public void Add(double value) => _values.Add(value);

    public double Median()
    {
        var sorted = _values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The median, and in brackets the least and the most; one number alone when all are equal, a dash without any.</summary>
    public override string ToString()
    {
        if (_values.Count == 0)
        {
            return "-";
        }

        var (median, least, most) = (Number(Median()), Number(_values.Min()), Number(_values.Max()));
        return least == most ? median : $"{median} ({least} to {most})";
    }

    // Three digits are more than any of these measurements deserves.
    private static string Number(double value) => value switch
    {
        >= 100 => value.ToString("F0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
