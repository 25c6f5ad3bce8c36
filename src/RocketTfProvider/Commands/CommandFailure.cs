using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Commands;

/// <summary>The end of a command that cannot go on.</summary>
/// <param name="diagnostics">The errors, in the words in which a plan would report them.</param>
internal sealed class CommandFailure(params IReadOnlyList<Diagnostic> diagnostics) : Exception(diagnostics[0].Summary)
{
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>The errors of a failure that a command reports; null for a bug.</summary>
    public static IReadOnlyList<Diagnostic>? Of(Exception failure) => failure switch
    {
        CommandFailure command => command.Diagnostics,
        DiagnosticException known => [known.Diagnostic],
        RocketChatException client => [ClientFailure.Describe(client)],
        IOException or UnauthorizedAccessException =>
        [
            Diagnostic.Error(
                "File cannot be read or written",
                $"{ForeignText.Clean(failure.Message).TrimEnd('.')}. Check the path and its permissions."),
        ],
        _ => null,
    };
}
