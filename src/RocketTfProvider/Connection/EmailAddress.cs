using TerraformPlugin.Schemas;

namespace RocketTfProvider.Connection;

/// <summary>The rule for email addresses.</summary>
internal static class EmailAddress
{
    /// <summary>
    /// Refuses what cannot be an address; the server decides about the rest. The error does not quote the value, which may be sensitive in
    /// the configuration.
    /// </summary>
    public static AttributeValidator Validator { get; } = (value, path, diagnostics) =>
    {
        var text = value.String;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == text.Length - 1 || text.Any(char.IsWhiteSpace))
        {
            diagnostics.AddError("Invalid email address", $"`{path}` must be an email address such as `it@example.org`.", path);
        }
    };
}
