using System.Diagnostics.CodeAnalysis;

namespace RocketChat.Federation.Records;

/// <summary>
/// The public key of a workspace (legacy federation) in the form of the setting <c>FEDERATION_Public_Key</c>: PEM header, base64 and footer
/// without line breaks. Every version creates keys of 2048 bits, which take 442 characters.
/// </summary>
public sealed record PublicKey
{
    internal const string Header = "-----BEGIN PUBLIC KEY-----";
    internal const string Footer = "-----END PUBLIC KEY-----";

    private PublicKey(string text) => Text = text;

    /// <summary>The key as one line.</summary>
    public string Text { get; }

    internal string Body => Text[Header.Length..^Footer.Length];

    /// <summary>Parses a key, with or without line breaks.</summary>
    /// <param name="text">The key in PEM form.</param>
    /// <param name="key">The key, unless there is an error.</param>
    /// <param name="error">The error and its remedy, as complete sentences.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out PublicKey? key, [NotNullWhen(false)] out string? error)
    {
        var line = text.Trim().Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        error = FindError(line);
        key = error is null ? new PublicKey(line) : null;
        return key is not null;
    }

    /// <summary>Parses a key; see <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is not a public key; the message states the reason.</exception>
    public static PublicKey Parse(string text) => TryParse(text, out var key, out var error) ? key : throw new FormatException(error);

    /// <summary>Whether a text is the base64 of one DER sequence, as the body of a public key is.</summary>
    internal static bool IsDer(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length) || length < 4 || bytes[0] != 0x30)
        {
            return false;
        }

        // The length follows the tag: itself if below 128, else the number of octets that contain it.
        var octets = bytes[1] < 0x80 ? 0 : bytes[1] & 0x7f;
        if (octets > 2)
        {
            return false;
        }

        var content = octets == 0 ? bytes[1] : bytes.Skip(2).Take(octets).Aggregate(0, (sum, b) => (sum << 8) | b);
        return content == length - 2 - octets;
    }

    private static string? FindError(string line)
    {
        if (line.Length == 0)
        {
            return "The key is empty. A server creates its key when it starts. If the setting `FEDERATION_Public_Key` is empty, "
                + "Rocket.Chat 5.0 or later may have stored the setting before the key existed.";
        }

        if (line.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            return "This is a private key, which must never be published. Use the public key, the value of the setting "
                + "`FEDERATION_Public_Key`.";
        }

        if (!line.StartsWith(Header, StringComparison.Ordinal)
            || !line.EndsWith(Footer, StringComparison.Ordinal)
            || line.Length < Header.Length + Footer.Length)
        {
            return $"The key must start with `{Header}` and end with `{Footer}`, including the spaces, as the value of the setting "
                + "`FEDERATION_Public_Key` does.";
        }

        return IsDer(line[Header.Length..^Footer.Length])
            ? null
            : "There is no complete public key in base64 between header and footer: characters are missing, extra or wrong. Copy the key "
            + "again.";
    }
}
