using System.Collections.Immutable;
using System.Text.Json;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Connection;

/// <summary>The headers that the environment gives: they can be secret, so the commands have no option for them.</summary>
internal static class HeaderVariable
{
    /// <summary>The headers in a JSON object of strings; null after an error was reported.</summary>
    public static ImmutableDictionary<string, string>? Read(string text, DiagnosticList diagnostics)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.EnumerateObject().All(header => header.Value.ValueKind == JsonValueKind.String))
            {
                return document.RootElement.EnumerateObject()
                    .GroupBy(header => header.Name, StringComparer.Ordinal)
                    .ToImmutableDictionary(header => header.Key, header => header.Last().Value.GetString()!);
            }
        }
        catch (JsonException)
        {
            // The text of the exception can repeat a secret.
        }

        diagnostics.AddError(
            "Invalid headers",
            $"The environment variable {EnvironmentNames.Headers} must be a JSON object of strings, such as "
            + "`{\"CF-Access-Client-Id\": \"…\"}`.",
            AttributePath.To("headers"));
        return null;
    }
}
