using System.Globalization;
using System.Net;

namespace RocketChat.Federation;

/// <summary>Judges a domain name as somebody wrote it.</summary>
internal static class DomainNameSyntax
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    /// <summary>What nobody can correct for the user; null if nothing is wrong so far.</summary>
    public static string? FindFault(string text)
    {
        var bare = text.TrimEnd('.');
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (text.Length == 0)
        {
            return "The name is empty. Write a full domain name, such as `chat.example.org`.";
        }

        if (text.Any(char.IsWhiteSpace))
        {
            return $"`{text}` holds white space. Remove it.";
        }

        if (scheme >= 0)
        {
            return $"`{text}` begins with `{text[..(scheme + 3)]}`. {HostAlone(text[(scheme + 3)..])}.";
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            return $"`{text}` holds an `@`, which is not part of the domain. Write `{text[(text.LastIndexOf('@') + 1)..]}`.";
        }

        if (text.Contains('/', StringComparison.Ordinal))
        {
            return $"`{text}` holds a path. {HostAlone(text)}.";
        }

        if (IPAddress.TryParse(bare.Trim('[', ']'), out _))
        {
            return $"`{text}` is an address, which has no place in the domain name system. Write a host name.";
        }

        if (text.Contains(':', StringComparison.Ordinal))
        {
            return $"`{text}` holds a port. {HostAlone(text)}; a port has an argument of its own.";
        }

        if (text.EndsWith("..", StringComparison.Ordinal) || bare.Split('.').Contains(""))
        {
            return $"`{text}` holds two dots in a row, or begins with one. Remove the dot that is too many.";
        }

        return bare.Contains('.', StringComparison.Ordinal)
            ? null
            : $"`{text}` is a single word. Write the full name, with the zone that it is in, such as `{bare}.example.org`.";
    }

    /// <summary>The name in ASCII, lower case, without the last dot; null with a fault.</summary>
    public static string? ToAscii(string text, out string? fault)
    {
        var name = text.TrimEnd('.').ToLowerInvariant();
        if (name.Any(c => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control))
        {
            fault = $"`{text}` holds an accent that is a character of its own, or an invisible character. Type the name again, or write it in its `xn--` form.";
            return null;
        }

        if (name.Length > LongestName)
        {
            fault = TooLong(text);
            return null;
        }

        try
        {
            name = new IdnMapping { UseStd3AsciiRules = false }.GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            fault = $"`{text}` is no domain name: a part between dots is longer than {LongestLabel} characters, or holds something that no name can hold.";
            return null;
        }

        fault = name.Length > LongestName
            ? TooLong(text)
            : name.Split('.').FirstOrDefault(label => !IsLabel(label)) is { } bad
                ? $"`{text}` is no host name: `{bad}` must hold letters, digits, hyphens and underscores only, at most {LongestLabel}, and no hyphen at either end."
                : null;
        return fault is null ? name : null;
    }

    private static string TooLong(string text) => $"`{text}` is longer than {LongestName} characters, the most that a domain name can have.";

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    private static string HostAlone(string text)
    {
        var end = text.IndexOfAny(['/', ':', '?', '#']);
        var host = end < 0 ? text : text[..end];
        return host.Length == 0 ? "Write a host name, such as `chat.example.org`" : $"Write the host name alone: `{host}`";
    }
}
