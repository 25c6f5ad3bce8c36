using System.Collections;
using System.Runtime.CompilerServices;

namespace RocketTfProvider.Tests;

/// <summary>Rows of arguments, given as tuples, which the class <c>TheoryData</c> of xunit v2 does not take.</summary>
public abstract class TheoryRows<TRow> : IEnumerable<object?[]>
    where TRow : ITuple
{
    private readonly List<TRow> _rows = [];

    public void Add(TRow row) => _rows.Add(row);

    public IEnumerator<TRow> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator<object?[]> IEnumerable<object?[]>.GetEnumerator() => _rows.Select(Arguments).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _rows.Select(Arguments).GetEnumerator();

    private static object?[] Arguments(TRow row) => [.. Enumerable.Range(0, row.Length).Select(index => row[index])];
}
