namespace RocketChat.Emulator.Tests.Replay;

/// <summary>A request and its answer, as recorded from a real server.</summary>
internal sealed record RecordedExchange(
    string File,
    string Label,
    TimeSpan Duration,
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> RequestHeaders,
    string RequestBody,
    int Status,
    IReadOnlyDictionary<string, string> Headers,
    string Body)
{
    /// <summary>Whether the recording shows only the beginning of the body.</summary>
    public bool BodyIsCut => Body.Contains("…[", StringComparison.Ordinal);

    public string Path => Target.Split('?')[0];

    public override string ToString() => $"{File} \"{Label}\" ({Method} {Path})";
}
