using System.Text;

namespace Benchmarks.Reporting;

/// <summary>Measurements under a heading, as Markdown whose columns also line up as plain text.</summary>
internal sealed class Table(string title, params IReadOnlyList<string> columns)
{
    private readonly List<Row> _rows = [];

    /// <summary>The row with this title, new at the end if there is none.</summary>
    public Row Row(string rowTitle)
    {
        var row = _rows.Find(row => row.Title == rowTitle);
        if (row is null)
        {
            _rows.Add(row = new Row(rowTitle));
        }

        return row;
    }

    public override string ToString()
    {
        List<string[]> lines = [["", .. columns], .. _rows.Select(row => (string[])[row.Title, .. columns.Select(row.Cell)])];
        var widths = lines[0].Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        lines.Insert(1, [.. widths.Select(width => new string('-', width))]);
        var text = new StringBuilder($"## {title}\n\n");
        foreach (var line in lines)
        {
            text.Append("| ").AppendJoin(" | ", line.Select((cell, column) => cell.PadRight(widths[column]))).Append(" |\n");
        }

        return text.ToString();
    }
}
