using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace RocketChat.Client.Http;

/// <summary>Finds the error code, which versions and endpoints put into different places.</summary>
internal static class ErrorCode
{
    public static string? Of(JsonElement answer)
    {
        var type = answer.String("errorType");
        if (LooksLikeCode(type))
        {
            return type;
        }

        var error = answer.String("error");
        return BracketSuffix(error) ?? error ?? type;
    }

    /// <summary>The server's message without the code in brackets.</summary>
    public static string? MessageOf(JsonElement answer)
    {
        // Login failures carry a code or even a number in "error" and the sentence in "message"; a few endpoints swap the pair.
        var error = answer.String("error");
        var message = answer.String("message");
        var sentence = LooksLikeCode(error) ? message ?? Sentence(answer.String("errorType")) ?? error : error ?? message;
        if (sentence is not null && BracketSuffix(sentence) is { } code)
        {
            sentence = sentence[..^(code.Length + 2)].TrimEnd();
        }

        return string.IsNullOrWhiteSpace(sentence) ? null : sentence;
    }

    private static string? Sentence(string? text) => LooksLikeCode(text) ? null : text;

    private static string? BracketSuffix(string? text)
    {
        if (text is null || !text.EndsWith(']'))
        {
            return null;
        }

        var candidate = text[(text.LastIndexOf('[') + 1)..^1];
        return LooksLikeCode(candidate) ? candidate : null;
    }

    public static bool LooksLikeCode([NotNullWhen(true)] string? text) =>
        !string.IsNullOrEmpty(text) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
