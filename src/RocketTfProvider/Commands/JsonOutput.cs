using System.Text.Encodings.Web;
using System.Text.Json;

namespace RocketTfProvider.Commands;

/// <summary>The form of JSON on stdout.</summary>
internal static class JsonOutput
{
    /// <summary>Indented, and with the characters that people type as they are.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
