namespace RocketChat.Emulator.Tests.Replay;

/// <summary>The few exchanges that the emulator cannot or should not repeat, each with the reason. They count as not matched.</summary>
internal static class KnownDifferences
{
    private const string UnrecordedCalls = "Calls that were not recorded had used up a part of the real server's window.";
    private const string UnrecordedLife = "The account was changed between the recordings, in a way that no recording shows.";

    private static readonly (string File, string Label, string Reason)[] Explained =
    [
        ("3.11.1_02-users.txt", "users.info no param", "Whichever user the database finds first; that one had an avatar reset."),
        (
            "3.11.1_11-federation-no-dns.txt",
            "hub mode +500ms FEDERATION_Enabled",
            "The recorder paused here, and recorded dates are too coarse to show it."),
        ("3.11.1_14-rate-limit.txt", "admin me (bypass permission)", UnrecordedLife),
        ("6.5.3_14-rate-limit.txt", "alice channels.addOwner call 8", UnrecordedCalls),
        ("6.5.3_14-rate-limit.txt", "alice channels.addOwner call 9", UnrecordedCalls),
        ("6.5.3_14-rate-limit.txt", "alice channels.addOwner call 10", UnrecordedCalls),
        ("6.5.3_14-rate-limit.txt", "failed login 11", UnrecordedCalls),
        ("8.6.1_21-cloud-rest.txt", "licenses.info", "The recorded server is the edition without licenses; the emulator has them."),
        ("8.6.1_23-rooms-more.txt", "teams.members", "The first in the database's own order, which is no evidence."),
    ];

    /// <summary>Whether the exchange asks the real server for something that it does not offer.</summary>
    public static bool IsAboutSomethingNotOffered(RecordedExchange exchange) =>
        exchange.Status is 404 or 405 || (
            exchange.Headers.TryGetValue("content-type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal));

    public static bool Explain(RecordedExchange exchange) =>
        Explained.Any(known => known.File == exchange.File && known.Label == exchange.Label);
}
