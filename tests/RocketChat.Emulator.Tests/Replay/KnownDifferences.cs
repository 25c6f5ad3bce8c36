namespace RocketChat.Emulator.Tests.Replay;

/// <summary>The few exchanges that the emulator cannot or should not repeat, each with the reason.</summary>
internal static class KnownDifferences
{
    private static readonly (string File, string Label, string Reason)[] Explained = [];

    /// <summary>Whether the exchange asks the real server for something that it does not offer.</summary>
    public static bool AreNotOfferedByTheRealServerEither(RecordedExchange exchange) =>
        exchange.Status is 404 or 405 || (exchange.Headers.TryGetValue("content-type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal));

    public static bool Explain(RecordedExchange exchange) => Explained.Any(known =>
        exchange.File.EndsWith(known.File, StringComparison.Ordinal) && exchange.Label == known.Label);
}
