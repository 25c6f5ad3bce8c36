using System.Buffers;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Connection;

/// <summary>Filters that are easily taken for regular expressions, which would find nothing.</summary>
internal static class PlainText
{
    private static readonly SearchValues<char> OfExpressions = SearchValues.Create("^$[]()|\\");
    private static readonly SearchValues<char> OfPatterns = SearchValues.Create("^$[]()|\\*?");

    /// <summary>A pattern with <c>*</c> and <c>?</c>.</summary>
    public static AttributeValidator Wildcards { get; } = (value, path, diagnostics) =>
    {
        if (value.String.AsSpan().ContainsAny(OfExpressions))
        {
            diagnostics.AddError(
                "Not a wildcard pattern",
                $"`{path}` is not a regular expression. `*` matches any characters and `?` one character: write `project-*` in the place "
                + "of `^project-`.",
                path);
        }
    };

    /// <summary>The beginning of an id.</summary>
    public static AttributeValidator Prefix { get; } = (value, path, diagnostics) =>
    {
        if (value.String.AsSpan().ContainsAny(OfPatterns))
        {
            diagnostics.AddError(
                "Not a prefix",
                $"`{path}` is not a pattern. Write the beginning of the ids as it is: `Push_` in the place of `^Push_`.",
                path);
        }
    };
}
