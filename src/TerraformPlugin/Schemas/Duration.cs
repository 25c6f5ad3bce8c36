using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TerraformPlugin.Schemas;

/// <summary>Lengths of time as HCL users write them, in Go's notation: <c>300ms</c>, <c>30s</c>, <c>1h30m</c>.</summary>
public static partial class Duration
{
    /// <summary>Text must be a duration, more than zero and at most a day.</summary>
    public static AttributeValidator Validator { get; } = (value, path, diagnostics) =>
    {
        if (!TryParseLimit(value.String, out _))
        {
            diagnostics.AddError(
                "Invalid duration",
                $"`{path}` must be a duration such as `30s`, `5m` or `1h30m`, longer than zero and at most `24h`.",
                path);
        }
    };

    /// <summary>Reads hours, minutes, seconds and milliseconds, largest first; false for any other text.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var match = Pattern().Match(text);
        if (!match.Success || text.Length == 0)
        {
            return false;
        }

        var milliseconds = (Part("h") * 3_600_000) + (Part("m") * 60_000) + (Part("s") * 1000) + Part("ms");
        duration = TimeSpan.FromMilliseconds(milliseconds);
        return true;

        double Part(string unit) =>
            match.Groups[unit] is { Success: true } group ? double.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Reads a duration that can be a time limit: more than zero and at most a day.</summary>
    internal static bool TryParseLimit(string text, out TimeSpan limit) =>
        TryParse(text, out limit) && limit > TimeSpan.Zero && limit <= TimeSpan.FromDays(1);

    /// <summary>Writes a duration of whole milliseconds; <c>0s</c> for none.</summary>
    public static string Format(TimeSpan duration)
    {
        var text = new StringBuilder();
        Part((long)duration.TotalHours, "h");
        Part(duration.Minutes, "m");
        Part(duration.Seconds, "s");
        Part(duration.Milliseconds, "ms");
        return text.Length == 0 ? "0s" : text.ToString();

        void Part(long count, string unit)
        {
            if (count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{count}{unit}");
            }
        }
    }

    [GeneratedRegex(
        @"\A(?:(?<h>[0-9]{1,4}(?:\.[0-9]{1,3})?)h)?(?:(?<m>[0-9]{1,6}(?:\.[0-9]{1,3})?)m)?"
        + @"(?:(?<s>[0-9]{1,6}(?:\.[0-9]{1,3})?)s)?(?:(?<ms>[0-9]{1,9})ms)?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
