using System.Text;
using System.Text.Json;

namespace RocketTfProvider.Resources.Federation;

/// <summary>Values as settings hold them.</summary>
internal static class SettingJson
{
    public static JsonElement Of(bool truth) => Parse(truth ? "true"u8 : "false"u8);

    public static JsonElement Of(long number) => Parse(Encoding.UTF8.GetBytes(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static JsonElement Of(string text) => Parse(Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text)}\""));

    private static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return JsonElement.ParseValue(ref reader);
    }
}
