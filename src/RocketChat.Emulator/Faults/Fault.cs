using RocketChat.Emulator.Http;

namespace RocketChat.Emulator.Faults;

/// <summary>Something that shall go wrong with certain requests.</summary>
public sealed record Fault
{
    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>
    /// The paths that are hit, without their queries: a star stands for anything, a segment that begins with a colon for one segment, as in
    /// <c>/api/v1/settings/:_id</c>. Default: all.
    /// </summary>
    public string Path { get; set; } = "*";

    /// <summary>The method that is hit; null for all.</summary>
    public string? Method { get; set; }

    /// <summary>How many requests are hit before the fault is over; null for all until it is taken away.</summary>
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

    /// <summary>Why the fault could never do what it says; null when it can.</summary>
    internal string? Mistake => this switch
    {
        { Path: not (['/', ..] or ['*', ..]) } => $"path '{Path}' fits no request; begin it with / or *",
        { Path: var path } when path.Contains('?', StringComparison.Ordinal) => $"path '{Path}' fits no request, since queries are not looked at; end it before the ?",
        { Count: < 1 } => "count is less than 1; leave it out for a fault that stays",
        { Milliseconds: < 0, Kind: not FaultKind.ClockSkew } => "milliseconds is less than 0; only clock-skew goes back in time",
        { Status: not null, Kind: not (FaultKind.Status or FaultKind.ProxyPage) } => "status is for the kinds status and proxy-page",
        { Status: < 200 or > 599 or 204 or 205 or 304 } => $"status {Status} cannot carry an answer; give one from 200 to 599 that has a body",
        { AfterEffect: true, Kind: not (FaultKind.Status or FaultKind.ProxyPage or FaultKind.Drop) } =>
            "afterEffect is for the kinds status, proxy-page and drop; all others let the request take effect anyway",
        { Headers: var headers } when headers.FirstOrDefault(header => !IsHeader(header.Key, header.Value)) is { Key: not null } wrong =>
            $"headers: '{wrong.Key}' cannot be a header with this value",
        _ => null,
    };

    internal bool Hits(IncomingRequest request) =>
        (Method is null || string.Equals(Method, request.Method, StringComparison.OrdinalIgnoreCase)) && Matches(Path, request.Path);

    private static bool IsHeader(string name, string value) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') && value.All(letter => letter is >= ' ' and <= '~');

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
