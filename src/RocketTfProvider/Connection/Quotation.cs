using RocketChat.Client.Errors;

namespace RocketTfProvider.Connection;

/// <summary>Names from the server and its users in diagnostics: on one line, bounded, and in backticks.</summary>
internal static class Quotation
{
    private const int MaxLength = 100;

    public static string Quoted(this string name) => $"`{ForeignText.Clean(name, MaxLength)}`";
}
