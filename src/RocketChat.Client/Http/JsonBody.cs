using System.Text;
using System.Text.Json;

namespace RocketChat.Client.Http;

/// <summary>Writes the small flat JSON objects that the API takes, without a serializer.</summary>
internal static class JsonBody
{
    /// <summary>An object of strings; pairs with a null value are left out.</summary>
    public static string Of(params (string Name, string? Value)[] members) => Write(writer =>
    {
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                writer.WriteString(name, value);
            }
        }
    });

    /// <summary>An object with one member of any JSON value.</summary>
    public static string Of(string name, JsonElement value) => Write(writer =>
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    });

    /// <summary>An object whose members the caller writes.</summary>
    public static string Write(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
