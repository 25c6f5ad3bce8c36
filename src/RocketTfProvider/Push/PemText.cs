using System.Security.Cryptography;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Push;

/// <summary>
/// Keys and certificates in PEM format. The server stores any string, and Apple rejects a bad one only with a notification.
/// </summary>
internal static class PemText
{
    public static AttributeValidator PrivateKey { get; } =
        Holds("private key", label => label.EndsWith("PRIVATE KEY", StringComparison.Ordinal));

    public static AttributeValidator Certificate { get; } = Holds("certificate", label => label == "CERTIFICATE");

    private static AttributeValidator Holds(string what, Func<string, bool> isWanted) => (value, path, diagnostics) =>
    {
        if (value.String.Length > 0 && !HasLabel(value.String, isWanted))
        {
            diagnostics.AddError(
                "Not in PEM format",
                $"`{path}` must be the text of a {what} in PEM format, with the lines `-----BEGIN …-----` and `-----END …-----`. Use "
                + "`file()` on the file.",
                path);
        }
    };

    private static bool HasLabel(ReadOnlySpan<char> text, Func<string, bool> isWanted)
    {
        while (PemEncoding.TryFind(text, out var fields))
        {
            if (isWanted(text[fields.Label].ToString()))
            {
                return true;
            }

            text = text[fields.Location.End..];
        }

        return false;
    }
}
