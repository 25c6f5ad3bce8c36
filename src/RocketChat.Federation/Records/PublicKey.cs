using System.Diagnostics.CodeAnalysis;

namespace RocketChat.Federation;

/// <summary>
/// The public key of a workspace (legacy federation), as <c>FEDERATION_Public_Key</c> has it: a PEM text of header, base64 and footer
/// without line breaks, 442 characters for the 2048 bits that every version makes.
/// </summary>
public sealed record PublicKey
{
    internal const string Header = "-----BEGIN PUBLIC KEY-----";
    internal const string Footer = "-----END PUBLIC KEY-----";

    private PublicKey(string text) => Text = text;

    /// <summary>The key in one line.</summary>
    public string Text { get; }

    internal string Body => Text[Header.Length..^Footer.Length];

    /// <summary>Reads a key, with or without line breaks.</summary>
    /// <param name="text">A PEM text.</param>
    /// <param name="key">The key, unless there is a fault.</param>
    /// <param name="fault">What is wrong and what to do, as full sentences.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out PublicKey? key, [NotNullWhen(false)] out string? fault)
    {
        var line = text.Trim().Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        fault = FindFault(line);
        key = fault is null ? new PublicKey(line) : null;
        return key is not null;
    }

    /// <summary>Reads a key; see <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is no public key; the message says why.</exception>
    public static PublicKey Parse(string text) => TryParse(text, out var key, out var fault) ? key : throw new FormatException(fault);

    /// <summary>Whether a text is the base64 of one DER sequence, as the inside of a public key is.</summary>
    internal static bool IsDer(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length) || length < 4 || bytes[0] != 0x30)
        {
            return false;
        }

        // The length follows the tag: one octet below 128, else the number of octets that hold it.
        var octets = bytes[1] < 0x80 ? 0 : bytes[1] & 0x7f;
        if (octets > 2)
        {
            return false;
        }

        var content = octets == 0 ? bytes[1] : bytes.Skip(2).Take(octets).Aggregate(0, (sum, b) => (sum << 8) | b);
        return content == length - 2 - octets;
    }

    private static string? FindFault(string line)
    {
        if (line.Length == 0)
        {
            return "The key is empty. A server makes its key when it starts; if the setting `FEDERATION_Public_Key` is empty, its versions from 5.0 on may have "
                + "stored it before the key existed.";
        }

        if (line.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            return "This is a private key, which must never be published. Give the public key, the value of the setting `FEDERATION_Public_Key`.";
        }

        if (!line.StartsWith(Header, StringComparison.Ordinal) || !line.EndsWith(Footer, StringComparison.Ordinal) || line.Length < Header.Length + Footer.Length)
        {
            return $"The key must begin with `{Header}` and end with `{Footer}`, blanks included, as the setting `FEDERATION_Public_Key` does.";
        }

        return IsDer(line[Header.Length..^Footer.Length])
            ? null
            : "Between header and footer there is not the base64 of a whole public key: characters are missing, too many, or wrong. Copy the key again.";
    }
}
