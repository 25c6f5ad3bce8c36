using System.Text.Encodings.Web;
using System.Text.Json;

namespace TerraformPlugin.Values;

/// <summary>How the JSON of types and values is read and written.</summary>
internal static class JsonDefaults
{
    // Above what MaxDepth levels of value or type can need, so that it is the path which reports the depth.
    private const int MaxJsonDepth = 4 * ValuePath.MaxDepth;

    public static readonly JsonReaderOptions Reading = new() { MaxDepth = MaxJsonDepth };

    public static readonly JsonWriterOptions Writing = new()
    {
        MaxDepth = MaxJsonDepth,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
