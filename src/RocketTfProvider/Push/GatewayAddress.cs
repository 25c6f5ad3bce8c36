using TerraformPlugin.Schemas;

namespace RocketTfProvider.Push;

/// <summary>The address of a push gateway. The server stores any string, and reports a bad one only in its log.</summary>
internal static class GatewayAddress
{
    public static AttributeValidator Validator { get; } = (value, path, diagnostics) =>
    {
        // Rocket.Chat takes several addresses, one a line.
        var lines = value.String.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > 0 && !lines.All(IsAddress))
        {
            diagnostics.AddError(
                "Invalid gateway address",
                $"`{path}` must be an address with a scheme, such as `https://gateway.rocket.chat`.",
                path);
        }
    };

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
}
