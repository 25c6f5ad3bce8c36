using System.Text.Json;

namespace TerraformPlugin.Values;

/// <summary>The code that the JSON readers of types and of values share.</summary>
internal static class JsonReading
{
    /// <summary>The text of a string or property name, unescaped.</summary>
    public static string ReadText(this ref Utf8JsonReader reader, ValuePath path)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The one thing GetString throws on a string token: bytes or escapes that are no text.
            throw path.Failure("the string is not valid Unicode");
        }
    }
}
