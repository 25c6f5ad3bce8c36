using RocketChat.Emulator.Http;

namespace RocketChat.Emulator.Faults;

/// <summary>Something that shall go wrong with certain requests.</summary>
public sealed record Fault
{
    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The paths that are hit; a star stands for anything. Default: all.</summary>
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

    internal bool Hits(IncomingRequest request) =>
        (Method is null || string.Equals(Method, request.Method, StringComparison.OrdinalIgnoreCase)) && Matches(Path, request.Path);

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
        {
            return pattern.SequenceEqual(text);
        }
        if (!text.StartsWith(pattern[..star], StringComparison.Ordinal))
        {
            return false;
        }
        for (var rest = star; rest <= text.Length; rest++)
        {
            if (Matches(pattern[(star + 1)..], text[rest..]))
            {
                return true;
            }
        }
        return false;
    }
}
