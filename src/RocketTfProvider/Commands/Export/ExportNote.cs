namespace RocketTfProvider.Commands.Export;

/// <summary>Names from the server in comments: on one line, which therefore ends no comment.</summary>
internal static class ExportNote
{
    private const int MaxLength = 100;

    public static string Of(string name) => ForeignText.Clean(name, MaxLength);
}
