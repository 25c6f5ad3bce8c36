using System.Globalization;
using System.Net;

namespace RocketChat.Federation.Names;

/// <summary>The syntax of a domain name in user input.</summary>
internal static class DomainNameSyntax
{
    private const int MaxName = 253;
    private const int MaxLabel = 63;

    /// <summary>The first error that cannot be corrected for the user; null if there is none.</summary>
    public static string? FindError(string text)
    {
        var bare = text.TrimEnd('.');
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (text.Length == 0)
        {
            return "The name is empty. Write a full domain name, such as `chat.example.org`.";
        }

        if (text.Any(char.IsWhiteSpace))
        {
            return $"`{text}` contains whitespace. Remove it.";
        }

        if (scheme >= 0)
        {
            return $"`{text}` starts with `{text[..(scheme + 3)]}`. {WriteHostOf(text[(scheme + 3)..])}.";
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            return $"`{text}` contains an `@`, which is not part of the domain. Write `{text[(text.LastIndexOf('@') + 1)..]}`.";
        }

        if (text.Contains('/', StringComparison.Ordinal))
        {
            return $"`{text}` contains a path. {WriteHostOf(text)}.";
        }

        if (IPAddress.TryParse(bare.Trim('[', ']'), out _))
        {
            return $"`{text}` is an address, not a host name. Write a host name, such as `chat.example.org`.";
        }

        if (text.Contains(':', StringComparison.Ordinal))
        {
            return $"`{text}` contains a port. {WriteHostOf(text)}. The port has its own argument.";
        }

        if (text.EndsWith("..", StringComparison.Ordinal) || bare.Split('.').Contains(""))
        {
            return $"`{text}` has a leading dot or two dots in a row. Remove the extra dot.";
        }

        return bare.Contains('.', StringComparison.Ordinal)
            ? null
            : $"`{text}` is a single label. Write the full name including its zone, such as `{bare}.example.org`.";
    }

    /// <summary>The name in ASCII, lower case, without the trailing dot; null with an error.</summary>
    public static string? ToAscii(string text, out string? error)
    {
        var name = text.TrimEnd('.').ToLowerInvariant();
        if (name.Any(IsInvisible))
        {
            error = $"`{text}` contains a combining accent or an invisible character. Type the name again, or write it in its `xn--` form.";
            return null;
        }

        if (name.Length > MaxName)
        {
            error = TooLong(text);
            return null;
        }

        try
        {
            name = new IdnMapping { UseStd3AsciiRules = false }.GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            error = $"`{text}` is not a domain name: a label is longer than {MaxLabel} characters, or contains a character that no name "
                + "can have.";
            return null;
        }

        error = name.Length > MaxName
            ? TooLong(text)
            : name.Split('.').FirstOrDefault(label => !IsLabel(label)) is { } bad
                ? $"`{text}` is not a host name: `{bad}` may contain only letters, digits, hyphens and underscores, at most {MaxLabel} of "
                + "them, and no hyphen at either end."
                : null;
        return error is null ? name : null;
    }

    private static bool IsInvisible(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control;

    private static string TooLong(string text) => $"`{text}` is longer than {MaxName} characters, the maximum for a domain name.";

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaxLabel
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    private static string WriteHostOf(string text)
    {
        var end = text.IndexOfAny(['/', ':', '?', '#']);
        var host = end < 0 ? text : text[..end];
        return host.Length == 0 ? "Write a host name, such as `chat.example.org`" : $"Write only the host name: `{host}`";
    }
}
