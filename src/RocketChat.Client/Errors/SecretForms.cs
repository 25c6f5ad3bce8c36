using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace RocketChat.Client.Errors;

/// <summary>
/// The forms in which a secret can come back: as it is, trimmed, in JSON, in JSON within JSON (method calls), in a URL, in HTML, in Base64,
/// and line by line (PEM).
/// </summary>
internal static class SecretForms
{
    // A shorter secret would garble ordinary words, and can be guessed anyway.
    private const int ShortestSecret = 4;

    // Shorter lines are not secret by themselves, such as a closing brace.
    private const int ShortestLine = 8;

    public static IEnumerable<string> Of(string secret)
    {
        var lines = secret.Split(['\n', '\r'], StringSplitOptions.TrimEntries)
            .Where(line => line.Length >= ShortestLine)
            .Where(line => !line.StartsWith("-----", StringComparison.Ordinal));
        return ((string[])[secret, secret.Trim(), .. lines])
            .Where(text => text.Length >= ShortestSecret)
            .SelectMany(Encoded)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>The value of the header <c>Authorization: Basic</c>, without padding.</summary>
    public static string Basic(string user, string password) => Base64($"{user}:{password}");

    private static IEnumerable<string> Encoded(string text)
    {
        var json = Json(text).Distinct(StringComparer.Ordinal).ToArray();
        var base64 = Base64(text);
        return
        [
            text,
            .. json,
            .. json.SelectMany(Json),
            .. WithLowerHex(Uri.EscapeDataString(text), '%', 2),
            .. WithLowerHex(WebUtility.UrlEncode(text), '%', 2),
            .. WithLowerHex(UriComponent(text), '%', 2),
            .. WithLowerHex(FormValue(text), '%', 2),
            WebUtility.HtmlEncode(text),
            base64,
            base64.Replace('+', '-').Replace('/', '_'),
        ];
    }

    // Encoders differ in the characters beyond quotes and backslashes that they escape, and in the case of the digits.
    private static IEnumerable<string> Json(string text)
    {
        var relaxed = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);
        var ascii = string.Concat(relaxed.Select(c => char.IsAscii(c) ? c.ToString() : $"\\u{(int)c:X4}"));
        return
        [
            relaxed,
            Stringified(text),
            relaxed.Replace("/", "\\/", StringComparison.Ordinal),
            .. WithLowerHex(ascii, 'u', 4),
            .. WithLowerHex(JavaScriptEncoder.Default.Encode(text), 'u', 4),
        ];
    }

    // As JSON.stringify writes it: Rocket.Chat runs on Node.js, which escapes less than .NET and in lower case.
    private static string Stringified(string text) => string.Concat(text.Select(c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    }));

    // As encodeURIComponent of Node.js writes it, which leaves five characters that .NET escapes.
    private static string UriComponent(string text) => "!'()*".Aggregate(
        Uri.EscapeDataString(text), (escaped, c) => escaped.Replace(Uri.HexEscape(c), c.ToString(), StringComparison.Ordinal));

    // As URLSearchParams of Node.js writes it.
    private static string FormValue(string text) => Uri.EscapeDataString(text)
        .Replace("%20", "+", StringComparison.Ordinal)
        .Replace("%2A", "*", StringComparison.Ordinal)
        .Replace("~", "%7E", StringComparison.Ordinal);

    private static string[] WithLowerHex(string text, char mark, int digits)
    {
        var lower = new StringBuilder(text);
        for (var at = text.IndexOf(mark); at >= 0; at = text.IndexOf(mark, at + 1))
        {
            for (var i = at + 1; i <= at + digits && i < text.Length && char.IsAsciiHexDigit(text[i]); i++)
            {
                lower[i] = char.ToLowerInvariant(text[i]);
            }
        }

        return [text, lower.ToString()];
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=');
}
