using System.Text.Json;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Push;

/// <summary>Google's service account as JSON. The server takes any text and says nothing until the first notification fails.</summary>
internal static class ServiceAccount
{
    private static readonly string[] Needed = ["project_id", "client_email", "private_key", "private_key_id"];

    public static AttributeValidator Validator { get; } = (value, path, diagnostics) =>
    {
        if (value.String.Length > 0 && Problem(value.String) is { } problem)
        {
            diagnostics.AddError(
                "Not a service account",
                $"`{path}` must be the JSON text that Google gives for a service account: {problem}. Use `file()` on the file as you "
                    + "downloaded it.",
                path);
        }
    };

    private static string? Problem(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return "this is no JSON object";
            }

            var missing = Needed.Where(name => !json.RootElement.TryGetProperty(name, out _)).ToList();
            return missing.Count == 0 ? null : $"it lacks {string.Join(", ", missing.Select(name => $"`{name}`"))}";
        }
        catch (JsonException)
        {
            return "this is no JSON";
        }
    }
}
