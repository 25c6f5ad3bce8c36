using System.Text.Json;

namespace RocketChat.Client.Tests.Stub;

/// <summary>Values as callers hold them.</summary>
public static class Json
{
    public static JsonElement True => Of("true");

    public static JsonElement Of(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
