using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace TerraformPlugin.Hosting.Logging;

/// <summary>Writes one log entry as the JSON line that the CLI's log reader (hclog) understands.</summary>
internal static class HclogLine
{
    // The reader splits a line of 64 KiB.
    private const int LongestLine = 60 * 1024;

    // A character takes at most six bytes in JSON.
    private const int LongestMessage = 8 * 1024;

    // The reader treats a line with any other layout as plain text.
    private const string TimestampFormat = "yyyy-MM-ddTHH:mm:ss.ffffff'Z'";

    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The line in UTF-8, with its newline.</summary>
    /// <param name="time">When it happened.</param>
    /// <param name="level">How bad it is.</param>
    /// <param name="module">The logger's name, as CLIs show it.</param>
    /// <param name="message">The text.</param>
    /// <param name="fields">Further values; a name that begins with @ belongs to the format and is left out.</param>
    public static ReadOnlySpan<byte> Format(
        DateTimeOffset time, LogLevel level, string module, string message, IReadOnlyDictionary<string, object?> fields)
    {
        var line = Write(time, level, module, message, fields);
        if (line.Length <= LongestLine)
        {
            return line;
        }

        var shortened = message.Length <= LongestMessage ? message : message[..LongestMessage];
        return Write(time, level, module, shortened, new Dictionary<string, object?> { ["shortened_from_bytes"] = line.Length });
    }

    private static ReadOnlySpan<byte> Write(
        DateTimeOffset time, LogLevel level, string module, string message, IReadOnlyDictionary<string, object?> fields)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteString("@level", Name(level));
            json.WriteString("@message", message);
            json.WriteString("@module", module);
            json.WriteString("@timestamp", time.UtcDateTime.ToString(TimestampFormat, CultureInfo.InvariantCulture));
            foreach (var (name, value) in fields)
            {
                if (!name.StartsWith('@'))
                {
                    json.WritePropertyName(name);
                    WriteValue(json, value);
                }
            }

            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line.WrittenSpan;
    }

    private static string Name(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        _ => "error",
    };

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool boolean:
                json.WriteBooleanValue(boolean);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
