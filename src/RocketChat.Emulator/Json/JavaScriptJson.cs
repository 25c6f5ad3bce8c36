namespace RocketChat.Emulator.Json;

/// <summary>Mistakes in JSON in the words of a JavaScript engine.</summary>
internal static class JavaScriptJson
{
    /// <summary>The mistake in a text that is not a JSON object.</summary>
    public static string Mistake(string text)
    {
        var trimmed = text.TrimStart();
        if (trimmed.Length == 0)
        {
            return "Unexpected end of JSON input";
        }

        return trimmed[0] == '{' && trimmed.Length > 1
            ? "Expected property name or '}' in JSON at position 1 (line 1 column 2)"
            : $"Unexpected token '{trimmed[0]}', \"{text}\" is not valid JSON";
    }
}
