using System.Net;
using System.Text;
using RocketChat.Client.Errors;

namespace RocketChat.Client.Http;

/// <summary>An answer that is not JSON, described in a few words.</summary>
internal sealed record ForeignPage(string Description, string? Title, bool IsFromRocketChat)
{
    private const int LongestTitle = 100;

    // nginx, Go and Apache, at a port for https.
    private static readonly string[] HttpsOnly =
    [
        "plain HTTP request was sent to HTTPS port",
        "HTTP request to an HTTPS server",
        "speaking plain HTTP to an SSL-enabled server port",
    ];

    /// <summary>Whether the page says that the port speaks https.</summary>
    public bool AsksForHttps { get; private init; }

    /// <summary>Whether the page says that a client certificate is missing, as nginx does.</summary>
    public bool AsksForCertificate { get; private init; }

    public static ForeignPage Of(RawAnswer answer)
    {
        // Marks and titles are at the top of a page; the rest need not be decoded.
        var text = Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, 64 * 1024)]);
        var isHtml = text.TrimStart().StartsWith('<');
        return new ForeignPage(Describe(answer, isHtml), TitleOf(text), ComesFromRocketChat(answer, text, isHtml))
        {
            AsksForHttps = answer.Status == 400 && Array.Exists(HttpsOnly, text.Contains),
            AsksForCertificate = answer.Status == 400 && text.Contains("No required SSL certificate was sent", StringComparison.Ordinal),
        };
    }

    /// <summary>A title as a browser shows it: without line breaks and repeated spaces. Secrets must be masked before.</summary>
    public static string Tidy(string title) =>
        ForeignText.Clean(string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestTitle);

    private static string Describe(RawAnswer answer, bool isHtml) => answer switch
    {
        { Body.IsEmpty: true } => "an empty body",
        _ when isHtml => "an HTML page",
        { ContentType: { Length: > 0 } type } => $"content of type {type}",
        _ => "content of no declared type",
    };

    /// <summary>
    /// Rocket.Chat answers an unknown endpoint with its web application (status 200, seen in 3.11) or with Express's bare
    /// "404 Not Found" / "Cannot POST /…", or its empty 405 with the methods that it would take (all seen in 6.5).
    /// </summary>
    private static bool ComesFromRocketChat(RawAnswer answer, string text, bool isHtml) => answer.Status switch
    {
        405 when answer.Body.IsEmpty && answer.Header("X-Powered-By") == "Express" => true,
        200 => text.Contains("__meteor", StringComparison.Ordinal),
        404 or 405 => (!isHtml && text.Trim() is "404 Not Found" or "Not Found") || text.Contains("<pre>Cannot ", StringComparison.Ordinal),
        _ => false,
    };

    private static string? TitleOf(string text)
    {
        var start = text.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        var from = start < 0 ? -1 : text.IndexOf('>', start);
        var to = from < 0 ? -1 : text.IndexOf("</title", from, StringComparison.OrdinalIgnoreCase);
        if (to < 0)
        {
            return null;
        }

        var title = WebUtility.HtmlDecode(text[(from + 1)..to]);
        return string.IsNullOrWhiteSpace(title) ? null : title;
    }
}
