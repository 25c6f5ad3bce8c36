using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.Services;

/// <summary>The bounds of numbers, as newer servers check them (checkSettingValueBonds.ts).</summary>
internal static class SettingBounds
{
    /// <exception cref="ApiException">The number is too small or too large.</exception>
    public static void Demand(SettingDefinition definition, JsonNode? value)
    {
        if (definition.Type is not ("int" or "range") || Number(value) is not { } number || number == 0)
        {
            return;
        }

        if (number < definition.Minimum)
        {
            throw Refused(definition, "greater", definition.Minimum.Value);
        }

        if (number > definition.Maximum)
        {
            throw Refused(definition, "less", definition.Maximum.Value);
        }
    }

    private static double? Number(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Number => value.GetValue<double>(),
        JsonValueKind.String => double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null,
        _ => null,
    };

    private static ApiException Refused(SettingDefinition definition, string than, double bound) => ApiException.In(
        "saveSettings",
        "error-invalid-setting-value",
        string.Create(CultureInfo.InvariantCulture, $"Value for setting {definition.Id} must be {than} than or equal to {bound}"));
}
