using System.Globalization;

namespace RocketChat.Emulator.Http;

/// <summary>The part of a list that the call asks for by <c>count</c> and <c>offset</c>.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, int Offset, int Total);

/// <summary>Cuts pages out of lists.</summary>
internal static class Page
{
    private const int DefaultCount = 50;
    private const int UpperLimit = 100;

    /// <summary>
    /// 50 items unless asked otherwise, never more than 100, and all of them when asked for 0; settings can give other numbers, and forbid
    /// to ask for all.
    /// </summary>
    public static Page<T> Of<T>(EndpointCall call, IReadOnlyCollection<T> all)
    {
        var usual = Positive("API_Default_Count", DefaultCount);
        var count = Math.Min(Number("count") is { } asked and >= 0 ? asked : usual, Positive("API_Upper_Count_Limit", UpperLimit));
        count = count == 0 && !call.Workspace.Settings.IsOn("API_Allow_Infinite_Count") ? usual : count;
        var offset = Math.Max(0, Number("offset") ?? 0);
        var rest = all.Skip(offset);
        return new Page<T>((count == 0 ? rest : rest.Take(count)).ToArray(), offset, all.Count);

        int Positive(string setting, int otherwise) =>
            call.Workspace.Settings.Integer(setting, otherwise) is var number and > 0 ? number : otherwise;

        int? Number(string name) =>
            int.TryParse(call.Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
