using RocketChat.Emulator.Http;

namespace RocketChat.Emulator.Faults;

/// <summary>A fault that certain requests meet.</summary>
public sealed record Fault
{
    /// <summary>The kind of fault.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>
    /// The paths that are hit, without their queries: a star matches anything, a segment that begins with a colon one segment, as in
    /// <c>/api/v1/settings/:_id</c>. Default: all.
    /// </summary>
    public string Path { get; set; } = "*";

    /// <summary>The method that is hit; null for all.</summary>
    public string? Method { get; set; }

    /// <summary>The number of requests that are hit before the fault is over; null for all until the fault is removed.</summary>
    public int? Count { get; set; }

    /// <summary>
    /// Whether a status, a proxy's page or a dropped connection comes after the request took effect. Default: before, without effect.
    /// </summary>
    public bool AfterEffect { get; set; }

    /// <summary>The status, for the kinds that have one.</summary>
    public int? Status { get; set; }

    /// <summary>The time in milliseconds, for the kinds that have one.</summary>
    public int Milliseconds { get; set; }

    /// <summary>Headers that the faulty answer carries, for example <c>Retry-After</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    /// <summary>The reason why the fault could never happen; null when it can.</summary>
    internal string? Mistake => this switch
    {
        { Path: not (['/', ..] or ['*', ..]) } => $"path '{Path}' matches no request; start it with / or *",
        { Path: var path } when path.Contains('?', StringComparison.Ordinal) =>
            $"path '{Path}' matches no request, because queries are not compared; end it before the ?",
        { Count: < 1 } => "count is less than 1; leave it out for a fault that stays",
        { Milliseconds: < 0, Kind: not FaultKind.ClockSkew } => "milliseconds is less than 0; only clock-skew takes negative values",
        { Status: not null, Kind: not (FaultKind.Status or FaultKind.ProxyPage) } => "status is for the kinds status and proxy-page",
        { Status: < 200 or > 599 or 204 or 205 or 304 } =>
            $"status {Status} cannot carry an answer; set a status from 200 to 599 that has a body",
        { AfterEffect: true, Kind: not (FaultKind.Status or FaultKind.ProxyPage or FaultKind.Drop) } =>
            "afterEffect is for the kinds status, proxy-page and drop; with all others the request always takes effect",
        { Headers: var headers } when headers.FirstOrDefault(header => !IsHeader(header.Key, header.Value)) is { Key: not null } wrong =>
            $"headers: '{wrong.Key}' cannot be a header with this value",
        _ => null,
    };

    internal bool Hits(IncomingRequest request) =>
        (Method is null || string.Equals(Method, request.Method, StringComparison.OrdinalIgnoreCase)) && Matches(Path, request.Path);

    private static bool IsHeader(string name, string value) =>
        name.Length > 0
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
        && value.All(letter => letter is >= ' ' and <= '~');

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var wild = pattern.IndexOf('*');
        var named = pattern.IndexOf("/:", StringComparison.Ordinal) + 1;
        if (named > 0 && (wild < 0 || named < wild))
        {
            var end = named + SegmentOf(pattern[named..]);
            var length = text.StartsWith(pattern[..named], StringComparison.Ordinal) ? SegmentOf(text[named..]) : 0;
            return length > 0 && Matches(pattern[end..], text[(named + length)..]);
        }

        if (wild < 0)
        {
            return pattern.SequenceEqual(text);
        }

        if (!text.StartsWith(pattern[..wild], StringComparison.Ordinal))
        {
            return false;
        }

        for (var rest = wild; rest <= text.Length; rest++)
        {
            if (Matches(pattern[(wild + 1)..], text[rest..]))
            {
                return true;
            }
        }

        return false;
    }

    private static int SegmentOf(ReadOnlySpan<char> text) => text.IndexOf('/') is var end and >= 0 ? end : text.Length;
}
