using System.Globalization;
using RocketChat.Emulator.Http;

namespace RocketChat.Emulator.Routes;

/// <summary>The part of a list that the call asks for by <c>count</c> and <c>offset</c>.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, int Offset, int Total);

/// <summary>Cuts pages out of lists.</summary>
internal static class Page
{
    private const int DefaultCount = 50;
    private const int UpperLimit = 100;

    /// <summary>50 items unless asked otherwise, never more than 100, and all of them when asked for 0.</summary>
    public static Page<T> Of<T>(ApiCall call, IReadOnlyCollection<T> all)
    {
        var count = Number("count") is { } asked and >= 0 ? Math.Min(asked, UpperLimit) : DefaultCount;
        var offset = Math.Max(0, Number("offset") ?? 0);
        var rest = all.Skip(offset);
        return new Page<T>((count == 0 ? rest : rest.Take(count)).ToArray(), offset, all.Count);

        int? Number(string name) => int.TryParse(call.Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
