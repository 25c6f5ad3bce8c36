using System.Text.Json;
using TerraformPlugin.Diagnostics;

namespace TerraformPlugin.Schemas;

/// <summary>The validators that most schemas need.</summary>
public static class Validate
{
    private const int LongestShown = 40;

    /// <summary>A string must not be empty, and must not have leading or trailing whitespace.</summary>
    public static AttributeValidator NotWhiteSpace { get; } = (value, path, diagnostics) =>
    {
        if (string.IsNullOrWhiteSpace(value.String))
        {
            diagnostics.AddError("Empty value", $"`{path}` must not be empty. Give it a value, or leave the attribute out.", path);
        }
        else if (value.String.Length != value.String.Trim().Length)
        {
            diagnostics.AddError("Leading or trailing whitespace", $"`{path}` has leading or trailing whitespace. Remove it.", path);
        }
    };

    /// <summary>Text must be one of <paramref name="choices"/>, exactly.</summary>
    public static AttributeValidator OneOf(params string[] choices) => (value, path, diagnostics) =>
    {
        if (!choices.Contains(value.String, StringComparer.Ordinal))
        {
            var list = string.Join(", ", choices.Select(c => $"\"{c}\""));
            diagnostics.AddError("Unsupported value", $"`{path}` must be one of {list}; it is \"{Shown(value.String)}\".", path);
        }
    };

    /// <summary>A number must be whole and lie between the bounds, both included.</summary>
    public static AttributeValidator Integer(long least, long most) => (value, path, diagnostics) =>
    {
        if (!value.Number.TryToInt64(out var number) || number < least || number > most)
        {
            diagnostics.AddError("Number out of range", $"`{path}` must be an integer between {least} and {most}.", path);
        }
    };

    /// <summary>Exactly one of these attributes must be set. Waits while one of them is unknown, unless two are set already.</summary>
    public static ConfigValidator ExactlyOneOf(params string[] names) => (config, diagnostics) =>
    {
        AtMostOneOf(names)(config, diagnostics);
        AtLeastOneOf(names)(config, diagnostics);
    };

    /// <summary>Two of these attributes must not be set together. Waits while all but one of them are unknown.</summary>
    public static ConfigValidator AtMostOneOf(params string[] names) => (config, diagnostics) =>
    {
        var set = names.Where(name => config.Attributes[name].IsPresent).ToArray();
        if (set.Length > 1)
        {
            var list = string.Join(", ", names.Select(n => $"`{n}`"));
            diagnostics.AddError(
                "Conflicting attributes",
                $"Only one of {list} can be set. Remove all but one of them.",
                AttributePath.To(set[^1]));
        }
    };

    /// <summary>At least one of these attributes must be set. Waits while one of them is unknown.</summary>
    public static ConfigValidator AtLeastOneOf(params string[] names) => (config, diagnostics) =>
    {
        if (names.All(name => config.Attributes[name].IsNull))
        {
            var list = string.Join(", ", names.Select(n => $"`{n}`"));
            diagnostics.AddError("Missing attribute", $"One of {list} must be set.", AttributePath.To(names[0]));
        }
    };

    /// <summary>If one of these attributes is set, all must be. Waits while one of them is unknown.</summary>
    public static ConfigValidator AllOrNone(params string[] names) => (config, diagnostics) =>
    {
        var missing = names.Where(name => config.Attributes[name].IsNull).ToArray();
        if (missing.Length > 0 && names.Any(name => config.Attributes[name].IsPresent))
        {
            var given = string.Join(", ", names.Except(missing).Select(n => $"`{n}`"));
            diagnostics.AddError(
                "Missing attribute",
                $"{string.Join(", ", missing.Select(n => $"`{n}`"))} must be set together with {given}.",
                AttributePath.To(missing[0]));
        }
    };

    // On one line and in ASCII: a terminal would obey control characters.
    private static string Shown(string text) => text.Length > LongestShown
        ? JsonEncodedText.Encode(text[..LongestShown]) + " …"
        : JsonEncodedText.Encode(text).ToString();
}
