using System.Globalization;
using System.Text.Json;

namespace RocketChat.Client.Http;

/// <summary>The wait that an answer asks for, by the server's clock.</summary>
internal static class ServerWait
{
    public static TimeSpan? Of(RawAnswer answer, string? message, JsonElement? details) =>
        (answer.Status == 429 ? UntilReset(answer) : null) ?? FromRetryAfter(answer) ?? FromDetails(details) ?? FromMessage(message);

    public static DateTimeOffset? TimeOf(RawAnswer answer) =>
        DateTimeOffset.TryParse(answer.Header("Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    /// <summary>X-RateLimit-Reset in epoch milliseconds, compared with the answer's own Date because clocks differ.</summary>
    public static TimeSpan? UntilReset(RawAnswer answer) =>
        Number(answer.Header("X-RateLimit-Reset")) is { } reset && TimeOf(answer) is { } now
            ? Bounded(reset - now.ToUnixTimeMilliseconds())
            : null;

    // Proxies send seconds or a date; Rocket.Chat itself does not send the header.
    private static TimeSpan? FromRetryAfter(RawAnswer answer) => answer.Header("Retry-After") switch
    {
        null => null,
        { } text when Number(text) is { } seconds => Bounded(seconds * 1000),
        { } text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var then)
            && TimeOf(answer) is { } now =>
            Bounded((then - now).TotalMilliseconds),
        _ => null,
    };

    // DDP methods: details.timeToReset in milliseconds.
    private static TimeSpan? FromDetails(JsonElement? details) =>
        details?.Integer("timeToReset") is { } milliseconds ? Bounded(milliseconds) : null;

    // "… You must wait 60 seconds before trying this endpoint again."
    private static TimeSpan? FromMessage(string? message)
    {
        const string Lead = "must wait ";
        var at = message?.IndexOf(Lead, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : Number(message![(at + Lead.Length)..].Split(' ')[0]) is { } seconds ? Bounded(seconds * 1000) : null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static TimeSpan Bounded(double milliseconds) =>
        TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, TimeSpan.FromDays(1).TotalMilliseconds));
}
