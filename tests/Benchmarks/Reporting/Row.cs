using Benchmarks.Measuring;

namespace Benchmarks.Reporting;

/// <summary>A line of a table.</summary>
internal sealed class Row(string title)
{
    private readonly Dictionary<string, Series> _series = [];
    private readonly Dictionary<string, string> _texts = [];

    public string Title => title;

    /// <summary>Adds one more measurement to a cell.</summary>
    public void Add(string column, double value)
    {
        if (!_series.TryGetValue(column, out var series))
        {
            _series[column] = series = new Series();
        }

        series.Add(value);
    }

    /// <summary>Fills a cell that is not measured.</summary>
    public Row With(string column, string text)
    {
        _texts[column] = text;
        return this;
    }

    public string Cell(string column) =>
        _series.TryGetValue(column, out var series) ? series.ToString() : _texts.GetValueOrDefault(column, "");
}
