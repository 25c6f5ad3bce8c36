using System.Text;
using System.Text.Json;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Federation;

/// <summary>The answer of a public endpoint.</summary>
/// <param name="Raw">The answer; null if none came.</param>
/// <param name="WhyNone">The reason why none came; empty if one did.</param>
/// <param name="Redactor">Masks secrets: a proxy may repeat its password, and a workspace what it knows.</param>
internal sealed record PublicAnswer(RawAnswer? Raw, string WhyNone, Redactor Redactor)
{
    private const int Longest = 200;

    /// <summary>Whether the peer was on the internet, not in a private network.</summary>
    public bool IsPublic { get; init; }

    /// <summary>The HTTP status; 0 when no answer came.</summary>
    public int Status => Raw?.Status ?? 0;

    /// <summary>The JSON object in the body, for any content type; null if there is none.</summary>
    public JsonElement? Json
    {
        get
        {
            try
            {
                using var document = JsonDocument.Parse(WellFormedJson.Repair(Encoding.UTF8.GetBytes(Text)));
                return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>The answer in a few words, on one line; of a page only its title.</summary>
    public string Summary => Raw is null
        ? Quote(WhyNone)
        : Description is { Length: > 0 } description ? $"status {Status}: {description}" : $"status {Status}";

    /// <summary>The target of a redirect; null if the answer is none.</summary>
    public Uri? RedirectFrom(Uri url) =>
        Status is >= 300 and < 400
        && Uri.TryCreate(url, Raw?.Header("Location"), out var target)
        && (target.Scheme == Uri.UriSchemeHttp || target.Scheme == Uri.UriSchemeHttps)
            ? target
            : null;

    /// <summary>A text of the answer, fit to show: without secrets, on one line, and bounded.</summary>
    public string Quote(string text) => ForeignText.Clean(
        string.Join(' ', Redactor.Clean(text)!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Longest);

    private string Description => Raw switch
    {
        { Status: >= 300 and < 400 } when Raw.Header("Location") is { } target => "a redirect to " + Address(target),
        { } page when Text.TrimStart().StartsWith('<') => ForeignPage.Of(page).Title is { } title
            ? $"an HTML page titled \"{ForeignPage.Tidy(Redactor.Clean(title)!)}\""
            : "an HTML page",
        _ => Quote(Text),
    };

    private string Text => Raw is null ? "" : Encoding.UTF8.GetString(Raw.Body.Span).TrimStart('\uFEFF');

    // The query can contain a single sign-on token, the user part a password.
    private string Address(string target) => Quote(
        Uri.TryCreate(target, UriKind.Absolute, out var url) && !url.IsFile
            ? $"{url.Scheme}://{url.Authority}{url.AbsolutePath}"
            : target.Split('?', '#')[0]);
}
