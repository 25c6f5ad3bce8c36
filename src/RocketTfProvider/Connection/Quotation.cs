using RocketChat.Client.Errors;

namespace RocketTfProvider.Connection;

/// <summary>Names from the server and its users in diagnostics: on one line, bounded, and in quotation marks.</summary>
internal static class Quotation
{
    private const int MaxLength = 100;
    private const char Gap = '…';

    public static string Quoted(this string name) => $"`{name.Shown()}`";

    /// <summary>A name without quotation marks, for a list of nothing but names.</summary>
    public static string Shown(this string name) => ForeignText.Clean(name, MaxLength);

    /// <summary>
    /// A summary such as <c>Settings will be overwritten</c> with the names of its objects, or with the first of them. CLIs fold warnings
    /// of equal summary and show only the first of them.
    /// </summary>
    public static string Naming(this string summary, params IReadOnlyCollection<string> names) =>
        $"{summary}: \"{ForeignText.Clean(names.First(), MaxLength)}\"{(names.Count > 1 ? $" and {names.Count - 1} more" : "")}";

    /// <summary>
    /// A summary such as <c>Owners of … will change</c> with the names of its objects. CLIs fold warnings of equal summary and show only
    /// the first of them.
    /// </summary>
    public static string About(this string summary, params ReadOnlySpan<string> names)
    {
        var parts = summary.Split(Gap);
        var text = parts[0];
        for (var i = 1; i < parts.Length; i++)
        {
            text += $"\"{ForeignText.Clean(names[i - 1], MaxLength)}\"{parts[i]}";
        }

        return text;
    }
}
