using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tool.Release;

/// <summary>JSON files of a release: indented, for people who look at them.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Bytes(JsonNode document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    public static void Write(string path, JsonNode document) => File.WriteAllBytes(path, [.. Bytes(document), (byte)'\n']);

    public static JsonNode Read(string path) => JsonNode.Parse(File.ReadAllText(path))!;
}
